package uk.co.tenantwise.cx.app.pages.present;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import uk.co.tenantwise.cx.app.pages.view.CancelLine;
import uk.co.tenantwise.cx.app.pages.words.Message;
import uk.co.tenantwise.cx.app.pages.words.Words;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision;
import uk.co.tenantwise.cx.domain.cancellation.CancellationId;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.AppointmentTarget;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.RepairTarget;

/** Says whether something can be cancelled, and leads to the step that does it. */
final class CancelLines {
    private static final CancelLine SILENT = new CancelLine("", "", "", "", false);

    private CancelLines() {}

    static CancelLine of(Words words, CancellationTarget target, String about, CancellationDecision decision) {
        String message = words.language().wording().of(decision);
        if (!decision.allowed()) {
            return new CancelLine("", "", "", message, false);
        }
        return switch (target) {
            case RepairTarget repair ->
                new CancelLine(
                        "/my/cancel?repair=" + encoded(repair),
                        words.say(Message.CANCEL_REPAIR),
                        about,
                        message,
                        false);
            case AppointmentTarget visit ->
                new CancelLine(
                        "/my/cancel?visit=" + encoded(visit), words.say(Message.CANCEL_VISIT), about, message, false);
        };
    }

    /** While an attempt is not resolved there is nothing to cancel, but something to wait for. */
    static CancelLine checking(Words words, CancellationId attempt, String about) {
        return new CancelLine(
                "/my/cancellations/" + attempt,
                words.say(Message.CHECKING_LINK),
                about,
                words.say(Message.OUTCOME_UNKNOWN),
                true);
    }

    /** For what is plain to see: a cancelled visit needs no word about not being cancellable. */
    static CancelLine silent() {
        return SILENT;
    }

    private static String encoded(CancellationTarget target) {
        return URLEncoder.encode(target.text(), StandardCharsets.UTF_8);
    }
}
