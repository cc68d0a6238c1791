package uk.co.tenantwise.cx.app.pages.present;

import uk.co.tenantwise.cx.app.pages.view.OutcomeView;
import uk.co.tenantwise.cx.app.pages.words.Message;
import uk.co.tenantwise.cx.app.pages.words.Words;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision.SubjectKind;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget;

/**
 * Tells a customer what became of an attempt to cancel.
 *
 * @param words in those words
 * @param contactLine what to do instead when it was refused, may be empty
 */
public record Outcomes(Words words, String contactLine) {
    /** What {@code attempt} looks like. */
    public OutcomeView of(CancellationAttempt attempt) {
        CancellationOutcome outcome = attempt.outcome();
        String self = "/my/cancellations/" + attempt.id();
        return new OutcomeView(
                words.say(heading(outcome)),
                words.language().wording().of(outcome, kind(attempt.target()), contactLine),
                detail(outcome),
                outcome instanceof CancellationOutcome.Cancelled
                        || outcome instanceof CancellationOutcome.AlreadyCancelled,
                attempt.isOpen(),
                outcome.code(),
                self,
                self + "/outcome");
    }

    static SubjectKind kind(CancellationTarget target) {
        return switch (target) {
            case CancellationTarget.RepairTarget repair -> SubjectKind.REPAIR;
            case CancellationTarget.AppointmentTarget visit -> SubjectKind.APPOINTMENT;
        };
    }

    private static Message heading(CancellationOutcome outcome) {
        return switch (outcome) {
            case CancellationOutcome.Cancelled cancelled -> Message.OUTCOME_CANCELLED;
            case CancellationOutcome.AlreadyCancelled already -> Message.OUTCOME_ALREADY_CANCELLED;
            case CancellationOutcome.Refused refused -> Message.OUTCOME_REFUSED;
            case CancellationOutcome.RefusedByCx refused -> Message.OUTCOME_REFUSED;
            case CancellationOutcome.Unknown unknown -> Message.OUTCOME_UNKNOWN;
        };
    }

    private String detail(CancellationOutcome outcome) {
        return switch (outcome) {
            case CancellationOutcome.Cancelled cancelled -> "";
            case CancellationOutcome.AlreadyCancelled already -> "";
            case CancellationOutcome.Refused refused -> words.say(Message.OUTCOME_REFUSED_BODY);
            case CancellationOutcome.RefusedByCx refused -> words.say(Message.OUTCOME_REFUSED_BODY);
            case CancellationOutcome.Unknown unknown -> words.say(Message.OUTCOME_UNKNOWN_BODY);
        };
    }
}
