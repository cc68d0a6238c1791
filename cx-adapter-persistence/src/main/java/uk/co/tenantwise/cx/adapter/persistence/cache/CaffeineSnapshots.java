package uk.co.tenantwise.cx.adapter.persistence.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;
import uk.co.tenantwise.cx.ports.driven.ForKeepingSnapshots;
import uk.co.tenantwise.cx.ports.driven.SnapshotKey;

/**
 * Snapshots in the memory of this node. A retrieval runs on the thread of the caller that asked first; the others wait for
 * it. It may keep its result only while it is the one that {@link #running} names for the key: that is how dropping and
 * retrieving anew shut out a result that began too early. Thread-safe; {@link #find} never waits.
 *
 * @param <S> what is kept
 */
public final class CaffeineSnapshots<S> implements ForKeepingSnapshots<S> {
    private final Cache<SnapshotKey, S> kept;
    private final ConcurrentMap<SnapshotKey, CompletableFuture<S>> running = new ConcurrentHashMap<>();

    /**
     * An empty cache.
     *
     * @param maximum the most snapshots that are kept, 1 or more; those unlikely to be used again go first
     * @param keepFor how long one is kept after it was retrieved; must not be shorter than the longest refresh time, or
     *     every read retrieves
     */
    public CaffeineSnapshots(long maximum, Duration keepFor) {
        this(maximum, keepFor, Ticker.systemTicker());
    }

    CaffeineSnapshots(long maximum, Duration keepFor, Ticker ticker) {
        if (maximum < 1) {
            throw new IllegalArgumentException("maximum must be 1 or more, was " + maximum);
        }
        if (!keepFor.isPositive()) {
            throw new IllegalArgumentException("keepFor must be positive, was " + keepFor);
        }
        // The cache tidies up on the thread that changes it: no listener runs, so that it never takes long.
        this.kept = Caffeine.newBuilder()
                .maximumSize(maximum)
                .expireAfterWrite(keepFor)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    @Override
    public Optional<S> find(SnapshotKey key) {
        return Optional.ofNullable(kept.getIfPresent(key));
    }

    @Override
    public Optional<S> latest(SnapshotKey key) {
        return find(key);
    }

    @Override
    public S retrieve(SnapshotKey key, Optional<S> seen, Supplier<S> retrieval) {
        CompletableFuture<S> mine = new CompletableFuture<>();
        Optional<CompletableFuture<S>> others = Optional.ofNullable(running.putIfAbsent(key, mine));
        return others.isPresent()
                ? await(others.get())
                : run(
                        key,
                        mine,
                        () -> find(key)
                                .filter(now -> !seen.equals(Optional.of(now)))
                                .orElseGet(retrieval));
    }

    @Override
    public S retrieveAnew(SnapshotKey key, Supplier<S> retrieval) {
        CompletableFuture<S> mine = new CompletableFuture<>();
        running.put(key, mine);
        return run(key, mine, retrieval);
    }

    @Override
    public boolean drop(SnapshotKey key) {
        running.remove(key);
        return kept.asMap().remove(key) != null;
    }

    @Override
    public int dropAll() {
        running.clear();
        int dropped = 0;
        for (SnapshotKey key : kept.asMap().keySet()) {
            if (kept.asMap().remove(key) != null) {
                dropped++;
            }
        }
        return dropped;
    }

    @Override
    public List<S> held(SettingsVersion source) {
        List<S> held = new ArrayList<>();
        kept.asMap().forEach((key, snapshot) -> {
            if (key.source().equals(source)) {
                held.add(snapshot);
            }
        });
        return List.copyOf(held);
    }

    @SuppressWarnings("ReferenceEquality") // a retrieval is itself and no other
    private S run(SnapshotKey key, CompletableFuture<S> mine, Supplier<S> retrieval) {
        try {
            S snapshot = retrieval.get();
            // Under the lock of the key: a drop comes before, and nothing is kept, or after, and finds it.
            running.computeIfPresent(key, (same, current) -> {
                if (current != mine) {
                    return current;
                }
                kept.put(key, snapshot);
                return null;
            });
            mine.complete(snapshot);
            return snapshot;
        } catch (Throwable thrown) {
            running.remove(key, mine);
            mine.completeExceptionally(thrown);
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
