package uk.co.tenantwise.cx.app.pages.present;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import uk.co.tenantwise.cx.app.pages.view.CancellationsView;
import uk.co.tenantwise.cx.app.pages.view.Choice;
import uk.co.tenantwise.cx.app.pages.view.Field;
import uk.co.tenantwise.cx.app.pages.words.Dates;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget;
import uk.co.tenantwise.cx.domain.wording.Wording;

/** Shows administrators what customers tried to cancel. */
public final class Attempts {
    /** The most attempts on one page. */
    public static final int PAGE = 50;

    /** The filter that shows what an administrator has to look at; no code of an outcome. */
    public static final String NEEDS_ATTENTION = "NEEDS_ATTENTION";

    private static final String PATH = "/admin/civica-cx/cancellations";
    private static final List<Choice> CHOICES = List.of(
            new Choice("", "All"),
            new Choice(NEEDS_ATTENTION, "Needs attention"),
            new Choice("REFUSED", "Refused by your rules"),
            new Choice("REFUSED_BY_CX", "Refused by Cx"),
            new Choice("UNKNOWN", "Being checked"),
            new Choice("CANCELLED", "Cancelled"),
            new Choice("ALREADY_CANCELLED", "Already cancelled"));

    private Attempts() {}

    /** The outcome that {@code text} stands for; empty for all. */
    public static Optional<String> filter(String text) {
        return CHOICES.stream()
                .map(Choice::value)
                .filter(value -> !value.isEmpty() && value.equals(text))
                .findFirst();
    }

    /**
     * A page of attempts.
     *
     * @param attempts the newest first; one more than {@value #PAGE} tells that there are older ones
     * @param filter which are shown, all when empty
     * @param waiting how many need attention on all pages together
     * @param needsAttention which of these do
     */
    public static CancellationsView of(
            List<CancellationAttempt> attempts,
            Optional<String> filter,
            int waiting,
            Predicate<CancellationAttempt> needsAttention) {
        List<CancellationAttempt> shown = attempts.stream().limit(PAGE).toList();
        String query = filter.map(code -> "?outcome=" + code).orElse("");
        Optional<Instant> last =
                attempts.size() > PAGE ? Optional.of(shown.getLast().requestedAt()) : Optional.empty();
        return new CancellationsView(
                Plain.attention(waiting),
                Field.of("outcome", filter.orElse("")),
                CHOICES,
                shown.stream()
                        .map(attempt -> row(attempt, needsAttention.test(attempt)))
                        .toList(),
                PATH + ".csv" + query,
                last.map(at -> PATH + (query.isEmpty() ? "?" : query + "&") + "before=" + at)
                        .orElse(""));
    }

    private static CancellationsView.Row row(CancellationAttempt attempt, boolean needsAttention) {
        CancellationOutcome outcome = attempt.outcome();
        return new CancellationsView.Row(
                Dates.ENGLISH.stamp(attempt.requestedAt()),
                attempt.contact().value(),
                what(attempt),
                needsAttention ? "Needs attention" : word(outcome),
                needsAttention ? "orange" : tag(outcome),
                outcome instanceof CancellationOutcome.Refused || outcome instanceof CancellationOutcome.RefusedByCx,
                reason(attempt),
                attempt.note(),
                needsAttention ? PATH + "/" + attempt.id() : "");
    }

    static String word(CancellationOutcome outcome) {
        return switch (outcome) {
            case CancellationOutcome.Cancelled cancelled -> "Cancelled";
            case CancellationOutcome.AlreadyCancelled already -> "Already cancelled";
            case CancellationOutcome.Refused refused -> "Refused";
            case CancellationOutcome.RefusedByCx refused -> "Refused by Cx";
            case CancellationOutcome.Unknown unknown -> "Being checked";
        };
    }

    /** Why it was refused, or who says what became of it; empty when there is nothing to say. */
    static String reason(CancellationAttempt attempt) {
        return attempt.settledBy().map(by -> settled(attempt, by)).orElseGet(() -> refusal(attempt));
    }

    private static String settled(CancellationAttempt attempt, String by) {
        boolean cancelled = attempt.outcome() instanceof CancellationOutcome.Cancelled;
        return "Settled by " + by
                + attempt.closedAt().map(at -> " on " + Dates.ENGLISH.stamp(at)).orElse("")
                + ": " + (cancelled ? "cancelled in Cx." : "not cancelled in Cx.");
    }

    private static String refusal(CancellationAttempt attempt) {
        return switch (attempt.outcome()) {
            case CancellationOutcome.Refused refused ->
                Wording.ENGLISH.of(refused, Outcomes.kind(attempt.target()), "");
            case CancellationOutcome.RefusedByCx refused ->
                refused.message().isBlank() ? "Cx gave no reason." : "Cx said: " + refused.message();
            case CancellationOutcome.Cancelled cancelled -> "";
            case CancellationOutcome.AlreadyCancelled already -> "";
            case CancellationOutcome.Unknown unknown -> "";
        };
    }

    /** The target as planners know it; by its identity in Cx only when nothing else is known. */
    static String what(CancellationAttempt attempt) {
        Optional<String> day = attempt.facts().visit().map(start -> Dates.ENGLISH.visit(start, Optional.empty()));
        return switch (attempt.target()) {
            case CancellationTarget.RepairTarget repair ->
                "Repair " + repair.text() + day.map(on -> ", visit on " + on).orElse("");
            case CancellationTarget.AppointmentTarget visit ->
                day.map(on -> "Visit on " + on).orElseGet(() -> "Visit " + visit.text())
                        + attempt.facts()
                                .repair()
                                .map(repair -> ", of repair " + repair.value())
                                .orElse("");
        };
    }

    private static String tag(CancellationOutcome outcome) {
        return switch (outcome) {
            case CancellationOutcome.Cancelled cancelled -> "green";
            case CancellationOutcome.AlreadyCancelled already -> "grey";
            case CancellationOutcome.Refused refused -> "red";
            case CancellationOutcome.RefusedByCx refused -> "red";
            case CancellationOutcome.Unknown unknown -> "yellow";
        };
    }
}
