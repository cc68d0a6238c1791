package uk.co.tenantwise.cx.app.pages.present;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.co.tenantwise.cx.app.pages.view.CancelLine;
import uk.co.tenantwise.cx.app.pages.view.MyRepairsView;
import uk.co.tenantwise.cx.app.pages.view.RepairCard;
import uk.co.tenantwise.cx.app.pages.view.VisitCard;
import uk.co.tenantwise.cx.app.pages.words.Dates;
import uk.co.tenantwise.cx.app.pages.words.Message;
import uk.co.tenantwise.cx.app.pages.words.Words;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.RepairTarget;
import uk.co.tenantwise.cx.domain.repair.CustomerDetails;
import uk.co.tenantwise.cx.domain.repair.MasterStatus;
import uk.co.tenantwise.cx.domain.repair.MasterStatus.Stage;
import uk.co.tenantwise.cx.domain.repair.Repair;
import uk.co.tenantwise.cx.domain.repair.RepairStatus;
import uk.co.tenantwise.cx.domain.time.UkTime;
import uk.co.tenantwise.cx.ports.driving.CustomerView;
import uk.co.tenantwise.cx.ports.driving.RepairView;

/** Shows a customer's repairs. */
public final class MyRepairs {
    private final Words words;
    private final Dates dates;
    private final Instant now;
    private final OpenAttempts open;

    /** In those words; {@code now} tells today from other days and the past from the future. */
    public MyRepairs(Words words, Instant now, OpenAttempts open) {
        this.words = words;
        this.dates = new Dates(words.language());
        this.now = now;
        this.open = open;
    }

    /** What {@code view} looks like. */
    public MyRepairsView of(CustomerView view) {
        return of(view, true);
    }

    /** What {@code view} looks like; {@code retrieved} is false when retrieving has just failed for this customer. */
    public MyRepairsView of(CustomerView view, boolean retrieved) {
        VisitCards cards = new VisitCards(words, now, open);
        String moment = dates.moment(view.retrievedAt(), UkTime.dateOf(now));
        List<RepairCard> repairs = new ArrayList<>();
        for (RepairView repair : view.repairs()) {
            repairs.add(card(repair, "repair-" + repairs.size(), cards));
        }
        return new MyRepairsView(
                view.details().flatMap(CustomerDetails::name).orElse(""),
                words.say(Message.AS_OF, moment),
                isStale(view, retrieved) ? words.say(Message.STALE, moment) : "",
                setAside(view.setAside()),
                repairs,
                view.appointments().stream()
                        .map(visit -> cards.of(visit, Optional.empty(), ""))
                        .toList());
    }

    private static boolean isStale(CustomerView view, boolean retrieved) {
        return switch (view.source()) {
            case LIVE -> false;
            case CACHE -> !retrieved;
            case STALE -> true;
        };
    }

    private RepairCard card(RepairView view, String id, VisitCards cards) {
        Repair repair = view.repair();
        String title = title(repair);
        MasterStatus master = repair.status().master();
        List<VisitCard> visits = view.appointments().stream()
                .map(visit -> cards.of(visit, Optional.of(view), title))
                .toList();
        boolean open = master.stage() != Stage.CLOSED && master.stage() != Stage.CANCELLED;
        return new RepairCard(
                id,
                title,
                status(repair.status()),
                tag(master),
                landlordSays(repair.status()),
                facts(repair),
                !open,
                visits,
                visits.isEmpty() && open ? words.say(Message.NO_VISITS) : "",
                cancel(view, title));
    }

    private CancelLine cancel(RepairView view, String title) {
        // Where the tag says that the repair is cancelled, "this repair is already cancelled" is noise.
        if (view.repair().status().master().stage() == Stage.CANCELLED) {
            return CancelLines.silent();
        }
        RepairTarget target = new RepairTarget(view.repair().reference());
        return open.at(target)
                .map(attempt -> CancelLines.checking(words, attempt, title))
                .orElseGet(() -> CancelLines.of(words, target, title, view.cancellation()));
    }

    String title(Repair repair) {
        return repair.description().isBlank() ? words.say(Message.NO_DESCRIPTION) : repair.description();
    }

    private String status(RepairStatus status) {
        return status.master() == MasterStatus.UNKNOWN && !status.description().isBlank()
                ? status.description()
                : words.say(status.master());
    }

    private String landlordSays(RepairStatus status) {
        boolean says = status.master() != MasterStatus.UNKNOWN
                && !status.description().isBlank()
                && !status.description().equals(status.code())
                && !status.description().equalsIgnoreCase(words.say(status.master()));
        return says ? words.say(Message.LANDLORD_SAYS, status.description()) : "";
    }

    private static String tag(MasterStatus status) {
        return switch (status.stage()) {
            case CANCELLABLE -> status == MasterStatus.ON_HOLD ? "yellow" : "blue";
            case STARTED -> "teal";
            case CLOSED -> "green";
            case CANCELLED -> "red";
            case UNKNOWN -> "grey";
        };
    }

    private List<String> facts(Repair repair) {
        return Stream.of(
                        Optional.of(words.say(Message.REFERENCE, repair.reference())),
                        Optional.of(repair.createdOn()
                                .map(date -> words.say(Message.REPORTED, dates.date(date)))
                                .orElseGet(() -> words.say(Message.REPORTED_UNKNOWN))),
                        repair.priority().map(priority -> words.say(Message.PRIORITY, priority)),
                        repair.contractor().map(who -> words.say(Message.CONTRACTOR, who)),
                        repair.address())
                .flatMap(Optional::stream)
                .filter(text -> !text.isBlank())
                .toList();
    }

    private String setAside(int count) {
        return switch (count) {
            case 0 -> "";
            case 1 -> words.say(Message.SET_ASIDE_ONE);
            default -> words.say(Message.SET_ASIDE, count);
        };
    }
}
