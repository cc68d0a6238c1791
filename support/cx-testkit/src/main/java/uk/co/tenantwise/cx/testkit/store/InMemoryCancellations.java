package uk.co.tenantwise.cx.testkit.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.cancellation.CancellationId;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget;
import uk.co.tenantwise.cx.domain.cancellation.OpenSummary;
import uk.co.tenantwise.cx.domain.cancellation.TargetFacts;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.settings.CxSite;
import uk.co.tenantwise.cx.ports.driven.ForStoringCancellations;
import uk.co.tenantwise.cx.ports.driven.NewAttempt;
import uk.co.tenantwise.cx.ports.driven.RememberedAnswer;

/** Fake of the store of attempts to cancel. */
public final class InMemoryCancellations extends InMemoryStore implements ForStoringCancellations {
    private static final Comparator<CancellationAttempt> OLDEST_FIRST =
            Comparator.comparing(CancellationAttempt::requestedAt);

    private final Map<CancellationId, CancellationAttempt> attempts = new LinkedHashMap<>();
    private final Map<CancellationId, Instant> checkAt = new LinkedHashMap<>();
    private final InMemoryAnswers answers;
    private Runnable onceNoted = () -> {};

    /** An empty store, whose attempts are remembered for the keys of their requests in {@code answers}. */
    public InMemoryCancellations(InMemoryAnswers answers) {
        this.answers = answers;
    }

    /** Runs something after the next send was noted and before whoever noted it goes on, where a node may be frozen. */
    public synchronized void onceNoted(Runnable action) {
        onceNoted = action;
    }

    @Override
    public synchronized NewAttempt.Result add(NewAttempt added) {
        reach();
        CancellationAttempt attempt = added.attempt();
        if (attempts.containsKey(attempt.id())) {
            throw new IllegalArgumentException("attempt " + attempt.id() + " is stored already");
        }
        Optional<RememberedAnswer> first =
                added.request().flatMap(request -> answers.find(attempt.contact(), request.key(), request.notBefore()));
        if (first.isPresent()) {
            return new NewAttempt.KeyTaken(first.get());
        }
        if (attempt.isOpen()
                && (findOpen(attempt.site(), attempt.target()).isPresent()
                        || !added.known().containsAll(cancelledBy(attempt.site(), attempt.target())))) {
            return new NewAttempt.Overtaken();
        }
        added.request().ifPresent(request -> answers.remember(attempt.contact(), request, attempt.id()));
        attempts.put(attempt.id(), asStored(attempt));
        checkAt.put(attempt.id(), stored(added.checkAt()));
        if (attempt.sends() > 0) {
            noted();
        }
        return new NewAttempt.Stored();
    }

    @Override
    public synchronized Set<CancellationId> cancelledBy(CxSite site, CancellationTarget target) {
        reach();
        return attempts.values().stream()
                .filter(attempt -> attempt.site().equals(site)
                        && attempt.target().equals(target)
                        && (attempt.outcome() instanceof CancellationOutcome.Cancelled
                                || attempt.outcome() instanceof CancellationOutcome.AlreadyCancelled))
                .map(CancellationAttempt::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public synchronized Optional<CancellationAttempt> find(CancellationId id) {
        reach();
        return Optional.ofNullable(attempts.get(id));
    }

    @Override
    public synchronized Optional<CancellationAttempt> findOpen(CxSite site, CancellationTarget target) {
        reach();
        return open().filter(attempt ->
                        attempt.site().equals(site) && attempt.target().equals(target))
                .findFirst();
    }

    @Override
    public synchronized List<CancellationAttempt> openOf(ContactReference contact) {
        reach();
        return open().filter(attempt -> attempt.contact().equals(contact))
                .sorted(OLDEST_FIRST)
                .toList();
    }

    @Override
    public synchronized List<Instant> requested(ContactReference contact, Instant after, Instant until) {
        reach();
        return attempts.values().stream()
                .filter(attempt -> attempt.contact().equals(contact))
                .map(CancellationAttempt::requestedAt)
                .filter(at -> at.isAfter(after) && !at.isAfter(until))
                .sorted()
                .toList();
    }

    @Override
    public synchronized boolean close(CancellationId id, CancellationOutcome outcome, Instant at) {
        if (!outcome.isFinal()) {
            throw new IllegalArgumentException("outcome must be final, was " + outcome.code());
        }
        Optional<CancellationAttempt> open = find(id).filter(CancellationAttempt::isOpen);
        open.ifPresent(attempt -> attempts.put(id, attempt.closed(outcome, stored(at))));
        return open.isPresent();
    }

    @Override
    public synchronized boolean closeUnlessSent(CancellationId id, int sends, CancellationOutcome outcome, Instant at) {
        return find(id).filter(attempt -> attempt.sends() == sends).isPresent() && close(id, outcome, at);
    }

    @Override
    public synchronized boolean settle(
            CancellationId id, int sends, CancellationOutcome outcome, String by, Instant at) {
        if (!outcome.isFinal()) {
            throw new IllegalArgumentException("outcome must be final, was " + outcome.code());
        }
        Optional<CancellationAttempt> open = find(id).filter(attempt -> attempt.isOpen() && attempt.sends() == sends);
        open.ifPresent(attempt -> attempts.put(id, attempt.settled(outcome, by, stored(at))));
        return open.isPresent();
    }

    @Override
    public synchronized boolean noteSend(CancellationId id, int sendsSoFar, Instant at) {
        Optional<CancellationAttempt> unsent =
                find(id).filter(attempt -> attempt.isOpen() && attempt.sends() == sendsSoFar);
        unsent.ifPresent(attempt -> {
            attempts.put(id, attempt.sent(stored(at)));
            noted();
        });
        return unsent.isPresent();
    }

    @Override
    public synchronized void checkAgain(CancellationId id, Instant at) {
        if (find(id).filter(CancellationAttempt::isOpen).isPresent()) {
            checkAt.put(id, stored(at));
        }
    }

    @Override
    public synchronized List<CancellationAttempt> claimDue(Instant now, Instant leaseUntil, int limit) {
        reach();
        List<CancellationAttempt> due = open().filter(attempt ->
                        !checkAt.getOrDefault(attempt.id(), Instant.MAX).isAfter(stored(now)))
                .sorted(OLDEST_FIRST)
                .limit(limit)
                .map(CancellationAttempt::checked)
                .toList();
        due.forEach(attempt -> {
            attempts.put(attempt.id(), attempt);
            checkAt.put(attempt.id(), stored(leaseUntil));
        });
        return due;
    }

    @Override
    public synchronized List<CancellationAttempt> list(Optional<Instant> before, Optional<String> outcome, int limit) {
        reach();
        return attempts.values().stream()
                .filter(attempt -> before.isEmpty() || attempt.requestedAt().isBefore(stored(before.get())))
                .filter(attempt -> outcome.isEmpty() || attempt.outcome().code().equals(outcome.get()))
                .sorted(OLDEST_FIRST.reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<CancellationAttempt> listNeedingAttention(
            Instant requestedBefore, Optional<Instant> before, int limit) {
        return list(before, Optional.empty(), Integer.MAX_VALUE).stream()
                .filter(attempt -> needsAttention(attempt, requestedBefore))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized OpenSummary openSummary(Instant requestedBefore) {
        reach();
        return new OpenSummary(
                (int) open().count(),
                (int) open().filter(attempt -> needsAttention(attempt, requestedBefore))
                        .count(),
                open().map(CancellationAttempt::requestedAt).min(Comparator.naturalOrder()));
    }

    @Override
    public synchronized int forget(Instant closedBefore, int limit) {
        reach();
        List<CancellationId> old = attempts.values().stream()
                .filter(attempt -> attempt.closedAt()
                        .filter(at -> at.isBefore(stored(closedBefore)))
                        .isPresent())
                .sorted(Comparator.comparing(attempt -> attempt.closedAt().orElseThrow()))
                .limit(limit)
                .map(CancellationAttempt::id)
                .toList();
        old.forEach(attempts::remove);
        old.forEach(checkAt::remove);
        return old.size();
    }

    private static boolean needsAttention(CancellationAttempt attempt, Instant requestedBefore) {
        return attempt.needsAttention(stored(requestedBefore), Duration.ZERO);
    }

    private void noted() {
        Runnable action = onceNoted;
        onceNoted = () -> {};
        action.run();
    }

    private Stream<CancellationAttempt> open() {
        return attempts.values().stream().filter(CancellationAttempt::isOpen);
    }

    private static CancellationAttempt asStored(CancellationAttempt attempt) {
        return new CancellationAttempt(
                attempt.id(),
                attempt.site(),
                attempt.contact(),
                attempt.target(),
                attempt.note(),
                attempt.requestedBy(),
                stored(attempt.requestedAt()),
                attempt.policy(),
                attempt.outcome(),
                attempt.sends(),
                attempt.lastSentAt().map(InMemoryStore::stored),
                attempt.checks(),
                attempt.closedAt().map(InMemoryStore::stored),
                attempt.settledBy(),
                new TargetFacts(
                        attempt.facts().repair(), attempt.facts().visit().map(InMemoryStore::stored)));
    }
}
