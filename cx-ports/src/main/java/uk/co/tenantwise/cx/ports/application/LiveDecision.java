package uk.co.tenantwise.cx.ports.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision;
import uk.co.tenantwise.cx.domain.cancellation.CancellationId;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.cancellation.CancellationSubject;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget;
import uk.co.tenantwise.cx.domain.cancellation.RefusalReason;
import uk.co.tenantwise.cx.domain.cancellation.TargetFacts;
import uk.co.tenantwise.cx.domain.settings.CxAccess;
import uk.co.tenantwise.cx.domain.settings.CxSite;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.ports.driven.ForStoringCancellations;
import uk.co.tenantwise.cx.ports.driven.NewAttempt;
import uk.co.tenantwise.cx.ports.driven.Observation;
import uk.co.tenantwise.cx.ports.driving.CancelCommand;
import uk.co.tenantwise.cx.ports.driving.CancelResult;
import uk.co.tenantwise.cx.ports.fault.StoreUnavailable;

/** Makes a new attempt: reads live, decides, records, and sends what is allowed (rule R6). */
final class LiveDecision {
    private static final Duration FIRST_CHECK = Duration.ofSeconds(5);

    private final CancelSending sending;
    private final Retrieving retrieving;
    private final ForStoringCancellations cancellations;
    private final Snapshots snapshots;
    private final Surroundings surroundings;
    private final KeyedAnswers keyed;

    /** What an attempt is made of and stands on. */
    private record Case(
            CancelCommand command,
            IntegrationSettings settings,
            CxAccess access,
            CancellationSubject subject,
            Set<CancellationId> known,
            Instant now) {}

    LiveDecision(
            CancelSending sending,
            Retrieving retrieving,
            StorePorts stores,
            Snapshots snapshots,
            Surroundings surroundings,
            KeyedAnswers keyed) {
        this.sending = sending;
        this.retrieving = retrieving;
        this.cancellations = stores.cancellations();
        this.snapshots = snapshots;
        this.surroundings = surroundings;
        this.keyed = keyed;
    }

    /**
     * Makes an attempt for a target for which none is open.
     *
     * @return empty, with nothing recorded or sent, when somebody else has been faster since: then theirs is to be joined, or
     *     what they did has to be read
     */
    Optional<CancelResult> attempt(CancelCommand command, IntegrationSettings settings, CxAccess access) {
        Set<CancellationId> known = cancellations.cancelledBy(CxSite.of(access), command.target());
        Optional<CancellationSubject> subject = retrieving.subject(
                access, command.contact(), command.target(), settings.repairs().visibility());
        if (subject.isEmpty()) {
            return Optional.of(new CancelResult.NothingToCancel());
        }
        Instant now = surroundings.clock().instant();
        Case made = new Case(command, settings, access, subject.get(), known, now);
        return switch (settings.repairs().cancellation().policy().decide(subject.get(), now, surroundings.holidays())) {
            case CancellationDecision.Refused refused -> Optional.of(refuse(made, refused));
            case CancellationDecision.Allowed allowed -> send(made);
        };
    }

    private CancelResult refuse(Case made, CancellationDecision.Refused refused) {
        CancellationOutcome outcome = refused.reason() == RefusalReason.ALREADY_CANCELLED
                ? new CancellationOutcome.AlreadyCancelled()
                : new CancellationOutcome.Refused(refused.reason());
        CancellationAttempt attempt = unsent(made).closed(outcome, made.now());
        NewAttempt.Result added =
                cancellations.add(new NewAttempt(attempt, made.now(), Set.of(), keyed.request(made.command())));
        if (added instanceof NewAttempt.Stored) {
            surroundings.observer().observe(new Observation.CancellationRecorded(outcome));
        }
        showIfNew(made);
        return switch (added) {
            case NewAttempt.Stored stored
            when outcome instanceof CancellationOutcome.AlreadyCancelled ->
                CancelWords.recorded(attempt.id(), attempt.target(), outcome, made.settings());
            case NewAttempt.Stored stored ->
                new CancelResult.Recorded(attempt.id(), outcome, refused.message(), refused.cancelBy());
            case NewAttempt.KeyTaken taken -> keyed.repeat(made.command(), taken.first());
            case NewAttempt.Overtaken overtaken ->
                throw new IllegalStateException("nobody overtakes an attempt that is closed");
        };
    }

    /** What was read live may be other than what the customer was shown; it is older than what others have found out since. */
    private void showIfNew(Case made) {
        CancellationTarget target = made.command().target();
        snapshots
                .repairs(made.settings(), made.command().contact())
                .flatMap(kept -> kept.visible().find(target))
                .filter(shown -> !shown.equals(made.subject()))
                .ifPresent(shown -> snapshots.retrieveAfterChange(
                        made.settings(),
                        made.access(),
                        made.command().contact(),
                        visible -> visible.find(target).equals(Optional.of(shown))
                                ? visible.with(made.subject())
                                : visible));
    }

    private Optional<CancelResult> send(Case made) {
        CancellationAttempt attempt = unsent(made).sent(made.now());
        NewAttempt added =
                new NewAttempt(attempt, made.now().plus(FIRST_CHECK), made.known(), keyed.request(made.command()));
        return switch (add(added)) {
            case NewAttempt.Stored stored ->
                Optional.of(CancelWords.recorded(
                        attempt.id(),
                        attempt.target(),
                        sending.send(made.settings(), made.access(), attempt, made.subject()),
                        made.settings()));
            case NewAttempt.KeyTaken taken -> Optional.of(keyed.repeat(made.command(), taken.first()));
            case NewAttempt.Overtaken overtaken -> Optional.empty();
        };
    }

    /** A commit whose end was not seen may have been made: then the attempt is stored. */
    private NewAttempt.Result add(NewAttempt added) {
        try {
            return cancellations.add(added);
        } catch (StoreUnavailable e) {
            if (isStored(added.attempt())) {
                return new NewAttempt.Stored();
            }
            throw e;
        }
    }

    private boolean isStored(CancellationAttempt attempt) {
        try {
            return cancellations.find(attempt.id()).isPresent();
        } catch (StoreUnavailable e) {
            return false;
        }
    }

    private CancellationAttempt unsent(Case made) {
        CancelCommand command = made.command();
        return new CancellationAttempt(
                        surroundings.ids().get(),
                        CxSite.of(made.access()),
                        command.contact(),
                        command.target(),
                        command.note(),
                        command.requestedBy(),
                        made.now(),
                        made.settings().version(),
                        new CancellationOutcome.Unknown(),
                        0,
                        Optional.empty(),
                        0,
                        Optional.empty())
                .concerning(TargetFacts.of(made.subject()));
    }
}
