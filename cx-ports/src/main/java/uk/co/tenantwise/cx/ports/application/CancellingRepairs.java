package uk.co.tenantwise.cx.ports.application;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.co.tenantwise.cx.domain.cancellation.AttemptLimit;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision.SubjectKind;
import uk.co.tenantwise.cx.domain.cancellation.CancellationId;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.cancellation.CancellationSubject;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.AppointmentTarget;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.RepairTarget;
import uk.co.tenantwise.cx.domain.cancellation.RefusalReason;
import uk.co.tenantwise.cx.domain.cancellation.TargetFacts;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.settings.CxAccess;
import uk.co.tenantwise.cx.domain.settings.CxSite;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.domain.wording.Wording;
import uk.co.tenantwise.cx.ports.driven.NewAttempt;
import uk.co.tenantwise.cx.ports.driven.Observation;
import uk.co.tenantwise.cx.ports.driven.RememberedAnswer;
import uk.co.tenantwise.cx.ports.driving.CancelCommand;
import uk.co.tenantwise.cx.ports.driving.CancelResult;
import uk.co.tenantwise.cx.ports.driving.ForCancelling;
import uk.co.tenantwise.cx.ports.fault.StoreUnavailable;

/** Cancels for customers: read live, decide, record, send, close (rule R6). One attempt of a customer at a time. */
final class CancellingRepairs implements ForCancelling {
    private static final AttemptLimit LIMIT = AttemptLimit.DEFAULT;
    private static final Duration FIRST_CHECK = Duration.ofSeconds(5);

    private final CancelSending sending;
    private final CancelResolving resolving;
    private final Retrieving retrieving;
    private final StorePorts stores;
    private final Snapshots snapshots;
    private final Surroundings surroundings;
    private final OneAtATime perCustomer;
    private final KeyedAnswers keyed;

    CancellingRepairs(
            CancelSending sending,
            CancelResolving resolving,
            Retrieving retrieving,
            StorePorts stores,
            Snapshots snapshots,
            Surroundings surroundings,
            OneAtATime perCustomer) {
        this.sending = sending;
        this.resolving = resolving;
        this.retrieving = retrieving;
        this.stores = stores;
        this.snapshots = snapshots;
        this.surroundings = surroundings;
        this.perCustomer = perCustomer;
        this.keyed = new KeyedAnswers(stores.answers(), surroundings);
    }

    @Override
    public CancelResult cancel(CancelCommand command) {
        return perCustomer.run(
                command.contact(),
                () -> keyed.answered(command, repeated(command).orElseGet(() -> firstAnswer(command))));
    }

    @Override
    public Optional<CancellationAttempt> find(ContactReference contact, CancellationId id) {
        return stores.cancellations()
                .find(id)
                .filter(attempt -> attempt.contact().equals(contact));
    }

    @Override
    public List<CancellationAttempt> open(ContactReference contact) {
        return stores.settings()
                .current()
                .access()
                .map(CxSite::of)
                .map(site -> stores.cancellations().openOf(contact).stream()
                        .filter(attempt -> attempt.site().equals(site))
                        .toList())
                .orElse(List.of());
    }

    private CancelResult firstAnswer(CancelCommand command) {
        IntegrationSettings settings = stores.settings().current();
        return settings.access()
                .map(access -> attempt(command, settings, access))
                .orElseGet(() -> new CancelResult.NotServing(settings.readiness()));
    }

    /** The answer that an earlier request with the same key got. */
    private Optional<CancelResult> repeated(CancelCommand command) {
        return keyed.find(command).map(remembered -> repeat(command, remembered));
    }

    private CancelResult repeat(CancelCommand command, RememberedAnswer remembered) {
        if (!keyed.isOf(command, remembered)) {
            return new CancelResult.KeyReused();
        }
        CancellationOutcome outcome = remembered
                .answered()
                .or(() -> stores.cancellations().find(remembered.attempt()).map(CancellationAttempt::outcome))
                .orElseGet(CancellationOutcome.Unknown::new);
        return recorded(
                remembered.attempt(),
                command,
                outcome,
                contactLine(stores.settings().current()));
    }

    private CancelResult attempt(CancelCommand command, IntegrationSettings settings, CxAccess access) {
        Optional<CancellationAttempt> open = stores.cancellations().findOpen(CxSite.of(access), command.target());
        if (open.isPresent()) {
            return join(command, open.get(), settings);
        }
        Optional<Duration> wait = toWait(command.contact());
        if (wait.isPresent()) {
            return new CancelResult.TooMany(wait.get());
        }
        Set<CancellationId> known = stores.cancellations().cancelledBy(CxSite.of(access), command.target());
        Optional<CancellationSubject> subject = retrieving.subject(
                access, command.contact(), command.target(), settings.repairs().visibility());
        if (subject.isEmpty()) {
            return new CancelResult.NothingToCancel();
        }
        Instant now = surroundings.clock().instant();
        return switch (settings.repairs().cancellation().policy().decide(subject.get(), now, surroundings.holidays())) {
            case CancellationDecision.Refused refused -> refuse(command, settings, access, subject.get(), refused, now);
            case CancellationDecision.Allowed allowed -> send(command, settings, access, subject.get(), known, now);
        };
    }

    /** Counted by what is recorded, on all nodes; attempts that begin at the same moment may exceed the limit by a few. */
    private Optional<Duration> toWait(ContactReference contact) {
        Instant now = surroundings.clock().instant();
        return LIMIT.toWait(stores.cancellations().requested(contact, LIMIT.since(now), now), now);
    }

    /** An earlier attempt has no outcome yet: find out about that one instead of making another. */
    private CancelResult join(CancelCommand command, CancellationAttempt open, IntegrationSettings settings) {
        if (!open.contact().equals(command.contact())) {
            return new CancelResult.NothingToCancel();
        }
        return keyed.firstOf(command, open.id())
                .map(first -> repeat(command, first))
                .orElseGet(() -> recorded(open.id(), command, resolved(open), contactLine(settings)));
    }

    /** While the store cannot be written the attempt stays open and is looked into later. */
    private CancellationOutcome resolved(CancellationAttempt open) {
        try {
            return resolving.resolve(open);
        } catch (StoreUnavailable e) {
            return new CancellationOutcome.Unknown();
        }
    }

    /** A commit whose end was not seen may have been made: then the attempt is stored. */
    private NewAttempt.Result add(NewAttempt added) {
        try {
            return stores.cancellations().add(added);
        } catch (StoreUnavailable e) {
            if (isStored(added.attempt())) {
                return new NewAttempt.Stored();
            }
            throw e;
        }
    }

    private boolean isStored(CancellationAttempt attempt) {
        try {
            return stores.cancellations().find(attempt.id()).isPresent();
        } catch (StoreUnavailable e) {
            return false;
        }
    }

    private CancelResult refuse(
            CancelCommand command,
            IntegrationSettings settings,
            CxAccess access,
            CancellationSubject subject,
            CancellationDecision.Refused refused,
            Instant now) {
        CancellationOutcome outcome = refused.reason() == RefusalReason.ALREADY_CANCELLED
                ? new CancellationOutcome.AlreadyCancelled()
                : new CancellationOutcome.Refused(refused.reason());
        CancellationAttempt attempt =
                newAttempt(command, settings, access, subject, now).closed(outcome, now);
        NewAttempt.Result added =
                stores.cancellations().add(new NewAttempt(attempt, now, Set.of(), keyed.request(command)));
        if (added instanceof NewAttempt.Stored) {
            surroundings.observer().observe(new Observation.CancellationRecorded(outcome));
        }
        boolean shownDifferently = snapshots
                .repairs(settings, command.contact())
                .flatMap(kept -> kept.visible().find(command.target()))
                .filter(kept -> !kept.equals(subject))
                .isPresent();
        if (shownDifferently) {
            snapshots.retrieveAfterChange(settings, access, command.contact(), visible -> visible.with(subject));
        }
        return switch (added) {
            case NewAttempt.Stored stored
            when outcome instanceof CancellationOutcome.AlreadyCancelled ->
                recorded(attempt.id(), command, outcome, contactLine(settings));
            case NewAttempt.Stored stored ->
                new CancelResult.Recorded(attempt.id(), outcome, refused.message(), refused.cancelBy());
            case NewAttempt.KeyTaken taken -> repeat(command, taken.first());
            case NewAttempt.Overtaken overtaken ->
                throw new IllegalStateException("nobody overtakes an attempt that is closed");
        };
    }

    /** When somebody else has been faster, their attempt is joined, or what it did is read before this is decided again. */
    private CancelResult send(
            CancelCommand command,
            IntegrationSettings settings,
            CxAccess access,
            CancellationSubject subject,
            Set<CancellationId> known,
            Instant now) {
        CancellationAttempt attempt =
                newAttempt(command, settings, access, subject, now).sent(now);
        NewAttempt added = new NewAttempt(attempt, now.plus(FIRST_CHECK), known, keyed.request(command));
        return switch (add(added)) {
            case NewAttempt.Stored stored ->
                recorded(
                        attempt.id(), command, sending.send(settings, access, attempt, subject), contactLine(settings));
            case NewAttempt.KeyTaken taken -> repeat(command, taken.first());
            case NewAttempt.Overtaken overtaken ->
                repeated(command).orElseGet(() -> attempt(command, settings, access));
        };
    }

    private CancellationAttempt newAttempt(
            CancelCommand command,
            IntegrationSettings settings,
            CxAccess access,
            CancellationSubject subject,
            Instant now) {
        return new CancellationAttempt(
                        surroundings.ids().get(),
                        CxSite.of(access),
                        command.contact(),
                        command.target(),
                        command.note(),
                        command.requestedBy(),
                        now,
                        settings.version(),
                        new CancellationOutcome.Unknown(),
                        0,
                        Optional.empty(),
                        0,
                        Optional.empty())
                .concerning(TargetFacts.of(subject));
    }

    private static CancelResult recorded(
            CancellationId id, CancelCommand command, CancellationOutcome outcome, String contactLine) {
        return new CancelResult.Recorded(
                id, outcome, Wording.ENGLISH.of(outcome, kind(command), contactLine), Optional.empty());
    }

    private static SubjectKind kind(CancelCommand command) {
        return switch (command.target()) {
            case RepairTarget repair -> SubjectKind.REPAIR;
            case AppointmentTarget visit -> SubjectKind.APPOINTMENT;
        };
    }

    private static String contactLine(IntegrationSettings settings) {
        return settings.repairs().cancellation().contactLine();
    }
}
