package uk.co.tenantwise.cx.ports.application;

import java.time.Instant;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.cancellation.CancellationSubject;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.AppointmentTarget;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.RepairTarget;
import uk.co.tenantwise.cx.domain.refresh.RepairsSnapshot;
import uk.co.tenantwise.cx.domain.repair.Repair;
import uk.co.tenantwise.cx.domain.settings.CancellationSettings;
import uk.co.tenantwise.cx.domain.settings.CxAccess;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.domain.visibility.VisibilityPolicy;
import uk.co.tenantwise.cx.ports.driven.CxReply;
import uk.co.tenantwise.cx.ports.driven.ForCancellingInCx;
import uk.co.tenantwise.cx.ports.driven.ForStoringCancellations;
import uk.co.tenantwise.cx.ports.driven.Observation;
import uk.co.tenantwise.cx.ports.driven.RepairCancellation;
import uk.co.tenantwise.cx.ports.fault.CxFault;
import uk.co.tenantwise.cx.ports.fault.StoreUnavailable;

/**
 * Sends a recorded attempt to Cx, finds out what became of it, and closes the record (rule R6). An answer is believed when
 * the record of Cx does not contradict it; a lost answer is looked up in the record.
 */
final class CancelSending {
    /** What a customer is told that Cx said: a fault's own words are for operators. */
    private static final String NO_WORDS = "";

    private final ForCancellingInCx cancelling;
    private final Retrieving retrieving;
    private final ForStoringCancellations cancellations;
    private final Snapshots snapshots;
    private final Surroundings surroundings;
    private final Limits limits;

    CancelSending(
            ForCancellingInCx cancelling,
            Retrieving retrieving,
            StorePorts stores,
            Snapshots snapshots,
            Surroundings surroundings,
            Limits limits) {
        this.cancelling = cancelling;
        this.retrieving = retrieving;
        this.cancellations = stores.cancellations();
        this.snapshots = snapshots;
        this.surroundings = surroundings;
        this.limits = limits;
    }

    /**
     * Sends an attempt whose record counts this send already. A node that was frozen since it counted it does not send: the
     * attempt stays UNKNOWN, and is looked into like one whose answer was lost.
     */
    CancellationOutcome send(
            IntegrationSettings settings, CxAccess access, CancellationAttempt attempt, CancellationSubject subject) {
        if (isTooLate(attempt)) {
            return new CancellationOutcome.Unknown();
        }
        CancellationOutcome outcome;
        try {
            outcome = switch (call(settings, access, attempt, subject)) {
                case CxReply.Accepted accepted -> confirmed(settings, access, attempt);
                case CxReply.Declined declined ->
                    declined(
                            settings,
                            access,
                            attempt,
                            declined.message().isBlank() ? declined.errorCode() : declined.message());
            };
        } catch (CxFault fault) {
            surroundings
                    .observer()
                    .observe(new Observation.CxFailed(surroundings.clock().instant(), Observation.Part.REPAIRS, fault));
            outcome = switch (fault) {
                case CxFault.NoApiPermission refused -> declined(settings, access, attempt, NO_WORDS);
                case CxFault.NotFound refused -> declined(settings, access, attempt, NO_WORDS);
                case CxFault.Refused refused -> declined(settings, access, attempt, NO_WORDS);
                case CxFault.Unreachable lost -> lookedUp(settings, access, attempt);
                case CxFault.TimedOut lost -> lookedUp(settings, access, attempt);
                case CxFault.TlsFailed lost -> lookedUp(settings, access, attempt);
                case CxFault.AddressForbidden lost -> lookedUp(settings, access, attempt);
                case CxFault.AddressNotWhitelisted lost -> lookedUp(settings, access, attempt);
                case CxFault.CredentialsRejected lost -> lookedUp(settings, access, attempt);
                case CxFault.Throttled lost -> lookedUp(settings, access, attempt);
                case CxFault.Unavailable lost -> lookedUp(settings, access, attempt);
                case CxFault.ContractBroken lost -> lookedUp(settings, access, attempt);
                case CxFault.Busy lost -> lookedUp(settings, access, attempt);
            };
        }
        return close(attempt, outcome);
    }

    /**
     * Others take it that a send has come to nothing once it has settled, and send again; so a send begins within half of
     * that time, and the other half is left for the call.
     */
    private boolean isTooLate(CancellationAttempt attempt) {
        Instant now = surroundings.clock().instant();
        return attempt.lastSentAt()
                .filter(sent -> now.isAfter(sent.plus(limits.settle().dividedBy(2))))
                .isPresent();
    }

    /**
     * Closes an attempt when its outcome is final; when somebody else has closed it, theirs is the outcome. While it
     * cannot be stored it is not told either: the attempt stays open and is looked into again.
     */
    CancellationOutcome close(CancellationAttempt attempt, CancellationOutcome outcome) {
        try {
            return outcome.isFinal() ? closeFinally(attempt, outcome) : outcome;
        } catch (StoreUnavailable e) {
            return new CancellationOutcome.Unknown();
        }
    }

    private CancellationOutcome closeFinally(CancellationAttempt attempt, CancellationOutcome outcome) {
        Instant now = surroundings.clock().instant();
        // A refusal of our own is true only of an attempt that nobody has sent since.
        boolean closed = outcome instanceof CancellationOutcome.Refused
                ? cancellations.closeUnlessSent(attempt.id(), attempt.sends(), outcome, now)
                : cancellations.close(attempt.id(), outcome, now);
        if (closed) {
            surroundings.observer().observe(new Observation.CancellationRecorded(outcome));
            return outcome;
        }
        return cancellations
                .find(attempt.id())
                .map(CancellationAttempt::outcome)
                .orElse(outcome);
    }

    private CxReply call(
            IntegrationSettings settings, CxAccess access, CancellationAttempt attempt, CancellationSubject subject) {
        CancellationSettings codes = settings.repairs().cancellation();
        return switch (attempt.target()) {
            case RepairTarget target ->
                cancelling.cancelRepair(
                        access,
                        new RepairCancellation(
                                target.reference(),
                                subject.repair().flatMap(Repair::uid),
                                codes.cancelStatusCode(),
                                codes.cancelReasonCode(),
                                attempt.requestedAt(),
                                attempt.note()));
            case AppointmentTarget target -> cancelling.cancelAppointment(access, target.id(), attempt.note());
        };
    }

    /** Cx says that it did it, and retrieving the customer's data again is due anyway: do they agree? */
    private CancellationOutcome confirmed(IntegrationSettings settings, CxAccess access, CancellationAttempt attempt) {
        Optional<RepairsSnapshot> snapshot = showCancelled(settings, access, attempt);
        boolean contradicted = snapshot.flatMap(data -> data.visible().find(attempt.target()))
                .filter(subject -> !subject.isCancelled())
                .isPresent();
        return contradicted ? new CancellationOutcome.Unknown() : new CancellationOutcome.Cancelled();
    }

    /**
     * Cx says no; perhaps because it is cancelled already, by an earlier send of ours or by somebody else. After an earlier send
     * a no alone proves nothing.
     */
    private CancellationOutcome declined(
            IntegrationSettings settings, CxAccess access, CancellationAttempt attempt, String message) {
        Optional<Boolean> cancelled = readCancelled(access, attempt);
        if (cancelled.isEmpty() && attempt.sends() > 1) {
            return new CancellationOutcome.Unknown();
        }
        if (!cancelled.orElse(false)) {
            return new CancellationOutcome.RefusedByCx(message);
        }
        showCancelled(settings, access, attempt);
        return attempt.sends() > 1 ? new CancellationOutcome.Cancelled() : new CancellationOutcome.AlreadyCancelled();
    }

    private CancellationOutcome lookedUp(IntegrationSettings settings, CxAccess access, CancellationAttempt attempt) {
        if (!readCancelled(access, attempt).orElse(false)) {
            return new CancellationOutcome.Unknown();
        }
        showCancelled(settings, access, attempt);
        return new CancellationOutcome.Cancelled();
    }

    /** An attempt whose target is found to be cancelled: customers see that at once. */
    CancellationOutcome closeAsCancelled(IntegrationSettings settings, CxAccess access, CancellationAttempt attempt) {
        CancellationOutcome outcome = close(attempt, new CancellationOutcome.Cancelled());
        showCancelled(settings, access, attempt);
        return outcome;
    }

    private Optional<RepairsSnapshot> showCancelled(
            IntegrationSettings settings, CxAccess access, CancellationAttempt attempt) {
        return snapshots.retrieveAfterChange(
                settings, access, attempt.contact(), visible -> visible.afterCancelling(attempt.target()));
    }

    /** Whether the record shows the target as cancelled; empty when it cannot be read. */
    private Optional<Boolean> readCancelled(CxAccess access, CancellationAttempt attempt) {
        try {
            return Optional.of(retrieving
                    .subject(access, attempt.contact(), attempt.target(), VisibilityPolicy.DEFAULT)
                    .filter(CancellationSubject::isCancelled)
                    .isPresent());
        } catch (CxFault unreadable) {
            return Optional.empty();
        }
    }
}
