package uk.co.tenantwise.cx.ports.application;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.cancellation.AttemptLimit;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.cancellation.CancellationId;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.settings.CxAccess;
import uk.co.tenantwise.cx.domain.settings.CxSite;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.ports.driving.CancelCommand;
import uk.co.tenantwise.cx.ports.driving.CancelResult;
import uk.co.tenantwise.cx.ports.driving.ForCancelling;
import uk.co.tenantwise.cx.ports.fault.StoreUnavailable;

/** Cancels for customers: repeats an answer, joins an open attempt or makes one (rule R6). One of a customer at a time. */
final class CancellingRepairs implements ForCancelling {
    private static final AttemptLimit LIMIT = AttemptLimit.DEFAULT;

    private final LiveDecision live;
    private final CancelResolving resolving;
    private final StorePorts stores;
    private final Surroundings surroundings;
    private final OneAtATime perCustomer;
    private final KeyedAnswers keyed;

    CancellingRepairs(
            LiveDecision live,
            CancelResolving resolving,
            StorePorts stores,
            Surroundings surroundings,
            OneAtATime perCustomer,
            KeyedAnswers keyed) {
        this.live = live;
        this.resolving = resolving;
        this.stores = stores;
        this.surroundings = surroundings;
        this.perCustomer = perCustomer;
        this.keyed = keyed;
    }

    @Override
    public CancelResult cancel(CancelCommand command) {
        return perCustomer.run(
                command.contact(),
                () -> keyed.answered(command, keyed.repeated(command).orElseGet(() -> firstAnswer(command))));
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

    private CancelResult attempt(CancelCommand command, IntegrationSettings settings, CxAccess access) {
        Optional<CancellationAttempt> open = stores.cancellations().findOpen(CxSite.of(access), command.target());
        if (open.isPresent()) {
            return join(command, open.get(), settings);
        }
        Optional<Duration> wait = toWait(command.contact());
        if (wait.isPresent()) {
            return new CancelResult.TooMany(wait.get());
        }
        return live.attempt(command, settings, access)
                .or(() -> keyed.repeated(command))
                .orElseGet(() -> attempt(command, settings, access));
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
                .map(first -> keyed.repeat(command, first))
                .orElseGet(() -> CancelWords.recorded(open.id(), open.target(), resolved(open), settings));
    }

    /** While the store cannot be written the attempt stays open and is looked into later. */
    private CancellationOutcome resolved(CancellationAttempt open) {
        try {
            return resolving.resolve(open);
        } catch (StoreUnavailable e) {
            return new CancellationOutcome.Unknown();
        }
    }
}
