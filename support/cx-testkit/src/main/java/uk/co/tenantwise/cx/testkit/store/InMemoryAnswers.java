package uk.co.tenantwise.cx.testkit.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.cancellation.CancellationId;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.cancellation.IdempotencyKey;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.ports.driven.ForRememberingAnswers;
import uk.co.tenantwise.cx.ports.driven.KeyedRequest;
import uk.co.tenantwise.cx.ports.driven.RememberedAnswer;

/** Fake of the memory of answers. */
public final class InMemoryAnswers extends InMemoryStore implements ForRememberingAnswers {
    private final Map<Request, Entry> entries = new HashMap<>();

    private Runnable onceFound = () -> {};

    private record Request(ContactReference contact, IdempotencyKey key) {}

    private record Entry(RememberedAnswer answer, Instant at) {}

    /** Runs {@code action} right after the next caller has looked up a key. */
    public synchronized void onceFound(Runnable action) {
        onceFound = action;
    }

    @Override
    public synchronized Optional<RememberedAnswer> find(
            ContactReference contact, IdempotencyKey key, Instant notBefore) {
        reach();
        Optional<RememberedAnswer> found = Optional.ofNullable(entries.get(new Request(contact, key)))
                .filter(entry -> !entry.at().isBefore(stored(notBefore)))
                .map(Entry::answer);
        Runnable action = onceFound;
        onceFound = () -> {};
        action.run();
        return found;
    }

    @Override
    public synchronized RememberedAnswer remember(
            ContactReference contact, KeyedRequest request, CancellationId attempt) {
        return find(contact, request.key(), request.notBefore()).orElseGet(() -> {
            RememberedAnswer unanswered = new RememberedAnswer(request.fingerprint(), attempt, Optional.empty());
            entries.put(new Request(contact, request.key()), new Entry(unanswered, stored(request.at())));
            return unanswered;
        });
    }

    @Override
    public synchronized void answered(
            ContactReference contact, IdempotencyKey key, CancellationId attempt, CancellationOutcome outcome) {
        reach();
        entries.computeIfPresent(new Request(contact, key), (request, entry) -> {
            RememberedAnswer known = entry.answer();
            boolean answered = known.answered()
                    .filter(given -> given.isFinal() || !outcome.isFinal())
                    .isPresent();
            return answered || !known.attempt().equals(attempt)
                    ? entry
                    : new Entry(
                            new RememberedAnswer(known.fingerprint(), known.attempt(), Optional.of(outcome)),
                            entry.at());
        });
    }

    @Override
    public synchronized void forget(Instant before) {
        reach();
        entries.values().removeIf(entry -> entry.at().isBefore(stored(before)));
    }
}
