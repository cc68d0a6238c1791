package uk.co.tenantwise.cx.domain.visibility;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.co.tenantwise.cx.domain.cancellation.CancellationSubject;
import uk.co.tenantwise.cx.domain.cancellation.CancellationSubject.SingleVisit;
import uk.co.tenantwise.cx.domain.cancellation.CancellationSubject.WholeRepair;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.AppointmentTarget;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.RepairTarget;
import uk.co.tenantwise.cx.domain.repair.Appointment;
import uk.co.tenantwise.cx.domain.repair.Repair;

/**
 * What one customer sees, limited already.
 *
 * @param repairs with their visits, newest first
 * @param appointments visits that belong to no repair, or to one that Cx did not return
 */
public record VisibleRepairs(List<Repair> repairs, List<Appointment> appointments) {
    /** Copies the lists. */
    public VisibleRepairs {
        repairs = List.copyOf(repairs);
        appointments = List.copyOf(appointments);
    }

    /** What {@code target} stands for, when it is visible. */
    public Optional<CancellationSubject> find(CancellationTarget target) {
        return switch (target) {
            case RepairTarget repair ->
                repairs.stream()
                        .filter(each -> each.reference().equals(repair.reference()))
                        .<CancellationSubject>map(WholeRepair::new)
                        .findFirst();
            case AppointmentTarget visit ->
                visits().filter(each -> each.visit().id().equals(visit.id()))
                        .<CancellationSubject>map(each -> each)
                        .findFirst();
        };
    }

    /** The same with {@code known} in the place of what is shown of it; nothing is added that is not visible. */
    public VisibleRepairs with(CancellationSubject known) {
        return switch (known) {
            case WholeRepair repair -> new VisibleRepairs(with(repair.whole()), appointments);
            case SingleVisit single ->
                new VisibleRepairs(
                        single.repair().map(this::with).orElse(repairs),
                        appointments.stream()
                                .map(each -> each.id().equals(single.visit().id()) ? single.visit() : each)
                                .toList());
        };
    }

    /** The same with {@code target} shown as cancelled. */
    public VisibleRepairs afterCancelling(CancellationTarget target) {
        return find(target).map(shown -> with(shown.cancelled())).orElse(this);
    }

    private List<Repair> with(Repair known) {
        return repairs.stream()
                .map(each -> each.reference().equals(known.reference()) ? known : each)
                .toList();
    }

    private Stream<SingleVisit> visits() {
        return Stream.concat(
                repairs.stream()
                        .flatMap(repair -> repair.appointments().stream()
                                .map(visit -> new SingleVisit(visit, Optional.of(repair)))),
                appointments.stream().map(visit -> new SingleVisit(visit, Optional.empty())));
    }
}
