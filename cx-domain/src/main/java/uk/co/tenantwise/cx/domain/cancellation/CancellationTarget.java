package uk.co.tenantwise.cx.domain.cancellation;

import uk.co.tenantwise.cx.domain.repair.AppointmentId;
import uk.co.tenantwise.cx.domain.repair.RepairReference;

/** What an attempt to cancel is aimed at, by its identity only. */
public sealed interface CancellationTarget {
    /** The identity as text. */
    String text();

    /**
     * A repair with all its visits.
     *
     * @param reference the repair
     */
    record RepairTarget(RepairReference reference) implements CancellationTarget {
        @Override
        public String text() {
            return reference.value();
        }
    }

    /**
     * One visit.
     *
     * @param id the appointment
     */
    record AppointmentTarget(AppointmentId id) implements CancellationTarget {
        @Override
        public String text() {
            return id.value();
        }
    }
}
