package uk.co.tenantwise.cx.domain.repair;

import java.time.Instant;
import java.util.Optional;

/**
 * One visit.
 *
 * @param id its identity in Cx
 * @param kind what it is for
 * @param repair the repair that it belongs to; empty for an inspection that belongs to none yet
 * @param status as Cx words it
 * @param start when it starts; empty when Cx gave none or one that cannot be read, and then it is never cancellable
 * @param end when it ends, if known; may lie before the start when Cx says so
 * @param slot the site's own words for the time window, never interpreted
 * @param contractor who comes
 */
public record Appointment(
        AppointmentId id,
        AppointmentKind kind,
        Optional<RepairReference> repair,
        AppointmentStatus status,
        Optional<Instant> start,
        Optional<Instant> end,
        Optional<String> slot,
        Optional<String> contractor) {

    /** Whether this visit belongs to {@code reference}. */
    public boolean isOf(RepairReference reference) {
        return repair.filter(reference::equals).isPresent();
    }

    /** This visit in another status. */
    public Appointment withStatus(AppointmentStatus other) {
        return new Appointment(id, kind, repair, other, start, end, slot, contractor);
    }
}
