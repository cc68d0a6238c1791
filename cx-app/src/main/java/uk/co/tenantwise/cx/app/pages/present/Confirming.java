package uk.co.tenantwise.cx.app.pages.present;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.co.tenantwise.cx.app.pages.view.ConfirmView;
import uk.co.tenantwise.cx.app.pages.view.ConfirmView.Fact;
import uk.co.tenantwise.cx.app.pages.view.Field;
import uk.co.tenantwise.cx.app.pages.words.Message;
import uk.co.tenantwise.cx.app.pages.words.Words;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.AppointmentTarget;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.RepairTarget;
import uk.co.tenantwise.cx.domain.cancellation.IdempotencyKey;
import uk.co.tenantwise.cx.ports.driving.AppointmentView;
import uk.co.tenantwise.cx.ports.driving.CustomerView;
import uk.co.tenantwise.cx.ports.driving.RepairView;

/** Asks a customer before something is cancelled, and names what that is. */
public final class Confirming {
    private final Words words;
    private final VisitCards cards;
    private final MyRepairs repairs;

    /** In those words. */
    public Confirming(Words words, Instant now) {
        this.words = words;
        this.cards = new VisitCards(words, now, OpenAttempts.NONE);
        this.repairs = new MyRepairs(words, now, OpenAttempts.NONE);
    }

    /** The question; empty when {@code view} does not offer to cancel {@code target}. */
    public Optional<ConfirmView> of(CustomerView view, CancellationTarget target, IdempotencyKey key, Field note) {
        return switch (target) {
            case RepairTarget repair ->
                view.repairs().stream()
                        .filter(each -> each.repair().reference().equals(repair.reference()))
                        .filter(each -> each.cancellation().allowed())
                        .findFirst()
                        .map(each -> of(each, target, key, note));
            case AppointmentTarget visit ->
                Stream.concat(
                                view.repairs().stream()
                                        .flatMap(each -> each.appointments().stream()
                                                .filter(its -> isAllowed(its, visit))
                                                .map(its -> of(its, Optional.of(each), target, key, note))),
                                view.appointments().stream()
                                        .filter(its -> isAllowed(its, visit))
                                        .map(its -> of(its, Optional.empty(), target, key, note)))
                        .findFirst();
        };
    }

    /** Why {@code target} cannot be cancelled, and what to do instead; empty when {@code view} does not show it. */
    public Optional<String> refusal(CustomerView view, CancellationTarget target) {
        return decision(view, target)
                .filter(decision -> !decision.allowed())
                .map(words.language().wording()::of);
    }

    private static Optional<CancellationDecision> decision(CustomerView view, CancellationTarget target) {
        return switch (target) {
            case RepairTarget repair ->
                view.repairs().stream()
                        .filter(each -> each.repair().reference().equals(repair.reference()))
                        .findFirst()
                        .map(RepairView::cancellation);
            case AppointmentTarget visit ->
                Stream.concat(
                                view.repairs().stream().flatMap(each -> each.appointments().stream()),
                                view.appointments().stream())
                        .filter(each -> each.appointment().id().equals(visit.id()))
                        .findFirst()
                        .map(AppointmentView::cancellation);
        };
    }

    private static boolean isAllowed(AppointmentView view, AppointmentTarget target) {
        return view.appointment().id().equals(target.id())
                && view.cancellation().allowed();
    }

    private ConfirmView of(RepairView view, CancellationTarget target, IdempotencyKey key, Field note) {
        List<Fact> facts = new ArrayList<>(repair(view));
        view.appointments().stream()
                .filter(visit -> visit.appointment().status().isBooked())
                .forEach(visit -> facts.add(new Fact(words.say(Message.WHAT_VISIT), cards.when(visit.appointment()))));
        return new ConfirmView(
                words.say(Message.CONFIRM_REPAIR_TITLE),
                words.say(Message.CONFIRM_REPAIR),
                facts,
                "repair",
                target.text(),
                key.value(),
                note,
                words.say(Message.YES_REPAIR),
                words.say(Message.KEEP_REPAIR));
    }

    private ConfirmView of(
            AppointmentView view,
            Optional<RepairView> repair,
            CancellationTarget target,
            IdempotencyKey key,
            Field note) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.say(Message.WHAT_VISIT), cards.when(view.appointment())));
        repair.ifPresent(its -> facts.addAll(repair(its)));
        return new ConfirmView(
                words.say(Message.CONFIRM_VISIT_TITLE),
                words.say(repair.isPresent() ? Message.CONFIRM_VISIT : Message.CONFIRM_INSPECTION),
                facts,
                "visit",
                target.text(),
                key.value(),
                note,
                words.say(Message.YES_VISIT),
                words.say(Message.KEEP_VISIT));
    }

    private List<Fact> repair(RepairView view) {
        return List.of(
                new Fact(words.say(Message.WHAT_REPAIR), repairs.title(view.repair())),
                new Fact(
                        words.say(Message.WHAT_REFERENCE),
                        view.repair().reference().value()));
    }
}
