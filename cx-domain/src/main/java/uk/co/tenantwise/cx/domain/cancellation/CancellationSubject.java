package uk.co.tenantwise.cx.domain.cancellation;

import java.util.List;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision.SubjectKind;
import uk.co.tenantwise.cx.domain.repair.Appointment;
import uk.co.tenantwise.cx.domain.repair.AppointmentStatus;
import uk.co.tenantwise.cx.domain.repair.MasterStatus;
import uk.co.tenantwise.cx.domain.repair.Repair;
import uk.co.tenantwise.cx.domain.repair.RepairStatus;

/** What a customer may want to cancel, with everything that the decision looks at. */
public sealed interface CancellationSubject {
    /** What kind of thing this is. */
    SubjectKind kind();

    /** The repair that is concerned, if there is one. */
    Optional<Repair> repair();

    /** The visits that would no longer take place; those that are not booked matter for nothing. */
    List<Appointment> visits();

    /** Whether Cx shows it as cancelled. */
    boolean isCancelled();

    /** As Cx will show it once it is cancelled; visits that are not booked stay as they are. */
    CancellationSubject cancelled();

    /**
     * A repair with all its visits.
     *
     * @param whole the repair
     */
    record WholeRepair(Repair whole) implements CancellationSubject {
        @Override
        public SubjectKind kind() {
            return SubjectKind.REPAIR;
        }

        @Override
        public Optional<Repair> repair() {
            return Optional.of(whole);
        }

        @Override
        public List<Appointment> visits() {
            return whole.appointments();
        }

        @Override
        public boolean isCancelled() {
            return whole.status().master() == MasterStatus.CANCELLED;
        }

        @Override
        public WholeRepair cancelled() {
            return new WholeRepair(whole.withStatus(RepairStatus.of(MasterStatus.CANCELLED.code(), ""))
                    .withAppointments(whole.appointments().stream()
                            .map(each -> each.status().isBooked() ? each.withStatus(AppointmentStatus.CANCELLED) : each)
                            .toList()));
        }
    }

    /**
     * One visit.
     *
     * @param visit the visit
     * @param repair its repair; empty when it belongs to none, or to one that Cx did not return
     */
    record SingleVisit(Appointment visit, Optional<Repair> repair) implements CancellationSubject {
        /** @throws IllegalArgumentException when {@code repair} is not the one that the visit belongs to */
        public SingleVisit {
            repair.ifPresent(its -> {
                if (!visit.isOf(its.reference())) {
                    throw new IllegalArgumentException(
                            "appointment " + visit.id() + " must belong to repair " + its.reference());
                }
            });
        }

        @Override
        public SubjectKind kind() {
            return SubjectKind.APPOINTMENT;
        }

        @Override
        public List<Appointment> visits() {
            return List.of(visit);
        }

        @Override
        public boolean isCancelled() {
            return visit.status().isCancelled()
                    || repair.filter(its -> its.status().master() == MasterStatus.CANCELLED)
                            .isPresent();
        }

        @Override
        public SingleVisit cancelled() {
            Appointment cancelled = visit.withStatus(AppointmentStatus.CANCELLED);
            return new SingleVisit(cancelled, repair.map(its -> its.with(cancelled)));
        }

        /** Whether the visit belongs to a repair that Cx did not return. */
        public boolean isOrphan() {
            return visit.repair().isPresent() && repair.isEmpty();
        }
    }
}
