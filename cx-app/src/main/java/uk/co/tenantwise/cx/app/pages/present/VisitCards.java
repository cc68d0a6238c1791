package uk.co.tenantwise.cx.app.pages.present;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.co.tenantwise.cx.app.pages.view.CancelLine;
import uk.co.tenantwise.cx.app.pages.view.VisitCard;
import uk.co.tenantwise.cx.app.pages.words.Dates;
import uk.co.tenantwise.cx.app.pages.words.Message;
import uk.co.tenantwise.cx.app.pages.words.Words;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision;
import uk.co.tenantwise.cx.domain.cancellation.CancellationId;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.AppointmentTarget;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.RepairTarget;
import uk.co.tenantwise.cx.domain.repair.Appointment;
import uk.co.tenantwise.cx.domain.repair.AppointmentKind;
import uk.co.tenantwise.cx.domain.repair.AppointmentStatus;
import uk.co.tenantwise.cx.ports.driving.AppointmentView;
import uk.co.tenantwise.cx.ports.driving.RepairView;

/** Shows visits. */
final class VisitCards {
    private final Words words;
    private final Dates dates;
    private final Instant now;
    private final OpenAttempts open;

    VisitCards(Words words, Instant now, OpenAttempts open) {
        this.words = words;
        this.dates = new Dates(words.language());
        this.now = now;
        this.open = open;
    }

    /** The visit; what says the same as its repair does is not said again. */
    VisitCard of(AppointmentView view, Optional<RepairView> repair, String about) {
        Appointment visit = view.appointment();
        String when = when(visit);
        return new VisitCard(
                words.say(visit.kind() == AppointmentKind.INSPECTION ? Message.INSPECTION : Message.VISIT),
                when,
                status(visit.status()),
                tag(visit.status()),
                style(visit),
                facts(visit, repair.flatMap(its -> its.repair().contractor())),
                cancel(view, repair, about.isEmpty() ? when : about + ", " + when));
    }

    String when(Appointment visit) {
        return visit.start()
                .map(start -> dates.visit(start, visit.end()))
                .orElseGet(() -> words.say(Message.WHEN_UNKNOWN));
    }

    private CancelLine cancel(AppointmentView view, Optional<RepairView> repair, String about) {
        AppointmentTarget target = new AppointmentTarget(view.appointment().id());
        boolean cancelled = view.appointment().status().isCancelled();
        Optional<CancellationId> attempt = open.at(target);
        if (attempt.isPresent() && !cancelled) {
            return CancelLines.checking(words, attempt.get(), about);
        }
        // The repair's attempt covers its visits, and its refusal need not be said twice.
        boolean saidAlready = repair.filter(its ->
                        open.at(new RepairTarget(its.repair().reference())).isPresent()
                                || sameReason(its.cancellation(), view.cancellation()))
                .isPresent();
        return cancelled || saidAlready
                ? CancelLines.silent()
                : CancelLines.of(words, target, about, view.cancellation());
    }

    private static boolean sameReason(CancellationDecision repair, CancellationDecision visit) {
        return repair instanceof CancellationDecision.Refused one
                && visit instanceof CancellationDecision.Refused other
                && one.reason() == other.reason();
    }

    private String status(AppointmentStatus status) {
        if (status.isBooked()) {
            return words.say(Message.VISIT_BOOKED);
        }
        return status.isCancelled() ? words.say(Message.VISIT_CANCELLED) : status.text();
    }

    private static String tag(AppointmentStatus status) {
        if (status.isBooked()) {
            return "green";
        }
        return status.isCancelled() ? "red" : "grey";
    }

    private String style(Appointment visit) {
        if (visit.status().isCancelled()) {
            return "cx-visit--cancelled";
        }
        return visit.end().or(visit::start).filter(end -> end.isBefore(now)).isPresent() ? "cx-visit--past" : "";
    }

    /** The site's own words for the time matter when the end is not known; who comes, when it is somebody else. */
    private List<String> facts(Appointment visit, Optional<String> contractorOfRepair) {
        return Stream.of(
                        visit.slot().filter(slot -> visit.end().isEmpty()),
                        visit.contractor()
                                .filter(who -> !contractorOfRepair.equals(Optional.of(who)))
                                .map(who -> words.say(Message.CONTRACTOR, who)))
                .flatMap(Optional::stream)
                .filter(text -> !text.isBlank())
                .toList();
    }
}
