package uk.co.tenantwise.cx.adapter.persistence.cache;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets one caller at a time retrieve what belongs to a key, on its own thread, while the others wait for it. A flight may
 * keep its result only while it is the one that is named for the key: that is how grounding and superseding shut out a
 * result that began too early. Thread-safe.
 *
 * @param <K> what is retrieved
 * @param <S> what comes of it
 */
public final class Flights<K, S> {
    private final ConcurrentMap<K, CompletableFuture<S>> running = new ConcurrentHashMap<>();

    /** One retrieval. */
    public final class Flight {
        private final K key;
        private final CompletableFuture<S> result = new CompletableFuture<>();

        private Flight(K key) {
            this.key = key;
        }

        /** Runs {@code keep} and ends the flight, unless it was grounded or superseded. */
        public void land(Runnable keep) {
            // Under the lock of the key: grounding comes before, and nothing is kept, or after, and finds what was
            // kept.
            running.computeIfPresent(key, (same, current) -> {
                if (!isMine(current)) {
                    return current;
                }
                keep.run();
                return null;
            });
        }

        @SuppressWarnings("ReferenceEquality") // a flight is itself and no other
        private boolean isMine(CompletableFuture<S> current) {
            return current == result;
        }
    }

    /** Waits for the flight that is under way, or does {@code work} as the one that others wait for. */
    public S join(K key, Function<Flight, S> work) {
        Flight mine = new Flight(key);
        @Nullable CompletableFuture<S> others = running.putIfAbsent(key, mine.result);
        return others == null ? run(mine, work) : await(others);
    }

    /** Does {@code work} in place of the flight that is under way, if any, which is not landed. */
    public S supersede(K key, Function<Flight, S> work) {
        Flight mine = new Flight(key);
        running.put(key, mine.result);
        return run(mine, work);
    }

    /** What the flight of {@code key} brings is not kept, and nobody else joins it. */
    public void ground(K key) {
        running.remove(key);
    }

    /** Grounds every flight. */
    public void groundAll() {
        running.clear();
    }

    private S run(Flight mine, Function<Flight, S> work) {
        try {
            S result = work.apply(mine);
            running.remove(mine.key, mine.result);
            mine.result.complete(result);
            return result;
        } catch (Throwable thrown) {
            running.remove(mine.key, mine.result);
            mine.result.completeExceptionally(thrown);
            throw thrown;
        }
    }

    private static <S> S await(CompletableFuture<S> others) {
        try {
            return others.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException fault -> throw fault;
                case Error error -> throw error;
                case null, default -> throw e;
            }
        }
    }
}
