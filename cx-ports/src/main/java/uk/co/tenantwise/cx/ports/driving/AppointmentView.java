package uk.co.tenantwise.cx.ports.driving;

import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision;
import uk.co.tenantwise.cx.domain.repair.Appointment;

/**
 * A visit with what the customer is told about cancelling it.
 *
 * @param appointment the visit
 * @param cancellation the decision at the time of the answer
 */
public record AppointmentView(Appointment appointment, CancellationDecision cancellation) {}
