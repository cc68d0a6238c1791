package uk.co.tenantwise.cx.app.pages.present;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import uk.co.tenantwise.cx.app.pages.view.Field;
import uk.co.tenantwise.cx.app.pages.view.SettleView;
import uk.co.tenantwise.cx.app.pages.view.SettleView.Fact;
import uk.co.tenantwise.cx.app.pages.words.Dates;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.ports.driving.SettleCommand.Finding;

/** Shows the two steps in which an administrator records what became of a cancellation. */
public final class Settling {
    private Settling() {}

    /** The first step. */
    public static SettleView ask(CancellationAttempt attempt, Optional<String> error) {
        return new SettleView(path(attempt), attempt.sends(), facts(attempt), new Field("finding", "", error), "", "");
    }

    /** The second step; {@code sends} is what the first step said. */
    public static SettleView confirm(CancellationAttempt attempt, Finding finding, int sends) {
        String what =
                Outcomes.kind(attempt.target()).name().toLowerCase(Locale.ROOT).replace("appointment", "visit");
        boolean cancelled = finding == Finding.CANCELLED;
        return new SettleView(
                path(attempt),
                sends,
                facts(attempt),
                Field.of("finding", finding.name()),
                cancelled
                        ? "Record that this " + what + " is cancelled in Cx?"
                        : "Record that this " + what + " is not cancelled in Cx?",
                cancelled
                        ? "The customer will read that it has been cancelled. Nothing is sent to Cx."
                        : "The customer will read that it was not cancelled, with your contact line, and may try again."
                                + " Nothing is sent to Cx.");
    }

    /** What an attempt that needs nobody's help has come to. */
    public static String settledAlready(CancellationAttempt attempt) {
        String reason = Attempts.reason(attempt);
        return "Its outcome is: " + Attempts.word(attempt.outcome()) + "." + (reason.isEmpty() ? "" : " " + reason);
    }

    private static String path(CancellationAttempt attempt) {
        return "/admin/civica-cx/cancellations/" + attempt.id();
    }

    private static List<Fact> facts(CancellationAttempt attempt) {
        return Stream.of(
                        new Fact("What", Attempts.what(attempt)),
                        new Fact("Identity in Cx", attempt.target().text()),
                        new Fact("Customer", attempt.contact().value()),
                        new Fact("Requested", Dates.ENGLISH.stamp(attempt.requestedAt())),
                        new Fact("Sent to Cx", sent(attempt)),
                        new Fact("Note", attempt.note()))
                .filter(fact -> !fact.value().isEmpty())
                .toList();
    }

    private static String sent(CancellationAttempt attempt) {
        String times = attempt.sends() == 1 ? "Once" : attempt.sends() + " times";
        return attempt.lastSentAt()
                .map(at -> times + ", last on " + Dates.ENGLISH.stamp(at))
                .orElse("Never");
    }
}
