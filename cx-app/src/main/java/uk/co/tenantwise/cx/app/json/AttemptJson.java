package uk.co.tenantwise.cx.app.json;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision.SubjectKind;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget;
import uk.co.tenantwise.cx.domain.wording.Wording;

/**
 * What became of a cancellation.
 *
 * @param id its identity
 * @param outcome the code of a {@link CancellationOutcome}
 * @param reason the name of a refusal reason when our rules refused it, else null
 * @param message the same in plain English
 * @param target what was to be cancelled
 * @param requestedAt in UTC
 * @param closedAt when the outcome became known, in UTC; null while it is not
 */
@Serdeable.Serializable
public record AttemptJson(
        String id,
        String outcome,
        @Nullable String reason,
        String message,
        Target target,
        String requestedAt,
        @Nullable String closedAt) {
    /**
     * What was to be cancelled.
     *
     * @param kind {@code REPAIR} or {@code APPOINTMENT}
     * @param reference the reference of the repair or the identity of the appointment
     */
    @Serdeable.Serializable
    public record Target(String kind, String reference) {}

    /** What {@code attempt} looks like. */
    public static AttemptJson of(CancellationAttempt attempt, String contactLine) {
        SubjectKind kind = switch (attempt.target()) {
            case CancellationTarget.RepairTarget repair -> SubjectKind.REPAIR;
            case CancellationTarget.AppointmentTarget visit -> SubjectKind.APPOINTMENT;
        };
        String reason = attempt.outcome() instanceof CancellationOutcome.Refused refused
                ? refused.reason().name()
                : null;
        return new AttemptJson(
                attempt.id().toString(),
                attempt.outcome().code(),
                reason,
                Wording.ENGLISH.of(attempt.outcome(), kind, contactLine),
                new Target(kind.name(), attempt.target().text()),
                attempt.requestedAt().toString(),
                attempt.closedAt().map(Object::toString).orElse(null));
    }
}
