package uk.co.tenantwise.cx.ports.application;

import java.time.Instant;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.cancellation.CancellationSubject;
import uk.co.tenantwise.cx.domain.settings.CxAccess;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.domain.visibility.VisibilityPolicy;
import uk.co.tenantwise.cx.ports.driven.ForStoringCancellations;
import uk.co.tenantwise.cx.ports.driven.ForStoringSettings;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/**
 * Finds out what became of an open attempt (rule R6): reads the record again; when it shows the target as cancelled, that
 * settles it. When it still does not some time after the send, the send is known to have come to nothing, and only then
 * may it be repeated, if the policy still allows it.
 */
final class CancelResolving {
    private final CancelSending sending;
    private final Retrieving retrieving;
    private final ForStoringSettings settingsStore;
    private final ForStoringCancellations cancellations;
    private final Surroundings surroundings;
    private final Limits limits;

    CancelResolving(
            CancelSending sending, Retrieving retrieving, StorePorts stores, Surroundings surroundings, Limits limits) {
        this.sending = sending;
        this.retrieving = retrieving;
        this.settingsStore = stores.settings();
        this.cancellations = stores.cancellations();
        this.surroundings = surroundings;
        this.limits = limits;
    }

    /** What is known now; UNKNOWN when it cannot be found out. Call it for one attempt of a customer at a time. */
    CancellationOutcome resolve(CancellationAttempt attempt) {
        IntegrationSettings settings = settingsStore.current();
        Instant asked = surroundings.clock().instant();
        return access(settings, attempt)
                .flatMap(access ->
                        read(access, attempt).map(subject -> resolve(settings, access, attempt, subject, asked)))
                .orElse(attempt.outcome());
    }

    /** The way to the site that the attempt was made on, while the integration is enabled and still leads there. */
    private static Optional<CxAccess> access(IntegrationSettings settings, CancellationAttempt attempt) {
        return Optional.of(settings.connection())
                .filter(connection -> connection.enabled()
                        && connection.apiUrl().equals(Optional.of(attempt.site().apiUrl())))
                .flatMap(connection -> connection.connection())
                .map(connection -> new CxAccess(connection, attempt.site().company()));
    }

    private Optional<CancellationSubject> read(CxAccess access, CancellationAttempt attempt) {
        try {
            return retrieving.subject(access, attempt.contact(), attempt.target(), VisibilityPolicy.DEFAULT);
        } catch (CxFault unreadable) {
            return Optional.empty();
        }
    }

    /** Cx may have answered with what it knew at {@code asked}: a send that has not settled by then may still take effect. */
    private CancellationOutcome resolve(
            IntegrationSettings settings,
            CxAccess access,
            CancellationAttempt attempt,
            CancellationSubject subject,
            Instant asked) {
        if (subject.isCancelled()) {
            return sending.closeAsCancelled(settings, access, attempt);
        }
        boolean settled = attempt.lastSentAt()
                .filter(sent -> asked.isBefore(sent.plus(limits.settle())))
                .isEmpty();
        if (!settled) {
            return attempt.outcome();
        }
        Instant now = surroundings.clock().instant();
        return switch (settings.repairs().cancellation().policy().decide(subject, now, surroundings.holidays())) {
            case CancellationDecision.Refused refused ->
                sending.close(attempt, new CancellationOutcome.Refused(refused.reason()));
            case CancellationDecision.Allowed allowed -> sendAgain(settings, access, attempt, subject, now);
        };
    }

    private CancellationOutcome sendAgain(
            IntegrationSettings settings,
            CxAccess access,
            CancellationAttempt attempt,
            CancellationSubject subject,
            Instant now) {
        if (attempt.sends() >= CancellationAttempt.MAX_SENDS
                || !cancellations.noteSend(attempt.id(), attempt.sends(), now)) {
            return attempt.outcome();
        }
        return sending.send(settings, access, attempt.sent(now), subject);
    }
}
