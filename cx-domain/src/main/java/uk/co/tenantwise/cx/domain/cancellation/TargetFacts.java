package uk.co.tenantwise.cx.domain.cancellation;

import java.time.Instant;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.cancellation.CancellationSubject.SingleVisit;
import uk.co.tenantwise.cx.domain.cancellation.CancellationSubject.WholeRepair;
import uk.co.tenantwise.cx.domain.repair.Appointment;
import uk.co.tenantwise.cx.domain.repair.Repair;
import uk.co.tenantwise.cx.domain.repair.RepairReference;

/**
 * What a planner knows the target of an attempt by, as Cx had it then: an attempt tells planners where nobody may be in (rule
 * R6), and the identity of a visit says nothing to people.
 *
 * @param repair the repair, or the one that the visit belongs to
 * @param visit when the visit starts; of a repair, its earliest booked one
 */
public record TargetFacts(Optional<RepairReference> repair, Optional<Instant> visit) {
    /** Nothing is known. */
    public static final TargetFacts NONE = new TargetFacts(Optional.empty(), Optional.empty());

    /** What {@code subject} is known by. */
    public static TargetFacts of(CancellationSubject subject) {
        return switch (subject) {
            case WholeRepair repair ->
                new TargetFacts(
                        repair.repair().map(Repair::reference),
                        repair.visits().stream()
                                .filter(visit -> visit.status().isBooked())
                                .flatMap(visit -> visit.start().stream())
                                .min(Instant::compareTo));
            case SingleVisit single -> of(single.visit());
        };
    }

    private static TargetFacts of(Appointment visit) {
        return new TargetFacts(visit.repair(), visit.start());
    }
}
