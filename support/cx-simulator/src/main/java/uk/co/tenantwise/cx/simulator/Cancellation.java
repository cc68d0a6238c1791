package uk.co.tenantwise.cx.simulator;

import java.util.Optional;

/**
 * One cancellation that the simulated Cx carried out on request of an API caller.
 *
 * @param endpoint {@link Endpoint#CANCEL_ORDER} or {@link Endpoint#CANCEL_APPOINTMENT}
 * @param company the company
 * @param reference the reference of the order, or the GUID of the appointment
 * @param cancelDate the date as it was sent; empty for an appointment
 * @param reasonCode the reason as it was sent; empty for an appointment
 * @param note the note, if there was one
 */
public record Cancellation(
        Endpoint endpoint,
        String company,
        String reference,
        Optional<String> cancelDate,
        Optional<String> reasonCode,
        Optional<String> note) {}
