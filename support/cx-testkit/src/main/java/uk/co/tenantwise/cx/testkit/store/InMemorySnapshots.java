package uk.co.tenantwise.cx.testkit.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;
import uk.co.tenantwise.cx.ports.driven.ForKeepingSnapshots;
import uk.co.tenantwise.cx.ports.driven.SnapshotKey;

/**
 * Fake of the keeper of snapshots: no bounds, one lock around two maps, the lock never held during a retrieval.
 *
 * @param <S> what is kept
 */
public final class InMemorySnapshots<S> implements ForKeepingSnapshots<S> {
    private final Map<SnapshotKey, S> kept = new HashMap<>();
    private final Map<SnapshotKey, CompletableFuture<S>> running = new HashMap<>();
    private final Object lock = new Object();
    private volatile Runnable onceLookedUp = () -> {};

    @Override
    public Optional<S> find(SnapshotKey key) {
        synchronized (lock) {
            return Optional.ofNullable(kept.get(key));
        }
    }

    @Override
    public Optional<S> latest(SnapshotKey key) {
        Optional<S> found = find(key);
        Runnable action = onceLookedUp;
        onceLookedUp = () -> {};
        action.run();
        return found;
    }

    /** Runs {@code action} right after the next caller has looked up what is kept at this moment. */
    public void onceLookedUp(Runnable action) {
        onceLookedUp = action;
    }

    @Override
    public S retrieve(SnapshotKey key, Optional<S> seen, Supplier<S> retrieval) {
        CompletableFuture<S> mine = new CompletableFuture<>();
        Optional<CompletableFuture<S>> others;
        synchronized (lock) {
            Optional<S> now = Optional.ofNullable(kept.get(key));
            if (now.isPresent() && !now.equals(seen) && !running.containsKey(key)) {
                return now.get();
            }
            others = Optional.ofNullable(running.putIfAbsent(key, mine));
        }
        return others.isPresent() ? await(others.get()) : run(key, mine, retrieval);
    }

    @Override
    public S retrieveAnew(SnapshotKey key, Supplier<S> retrieval) {
        CompletableFuture<S> mine = new CompletableFuture<>();
        synchronized (lock) {
            running.put(key, mine);
        }
        return run(key, mine, retrieval);
    }

    @Override
    public boolean drop(SnapshotKey key) {
        synchronized (lock) {
            running.remove(key);
            return kept.remove(key) != null;
        }
    }

    @Override
    public int dropAll() {
        synchronized (lock) {
            int count = kept.size();
            running.clear();
            kept.clear();
            return count;
        }
    }

    @Override
    public List<S> held(SettingsVersion source) {
        synchronized (lock) {
            List<S> held = new ArrayList<>();
            kept.forEach((key, snapshot) -> {
                if (key.source().equals(source)) {
                    held.add(snapshot);
                }
            });
            return List.copyOf(held);
        }
    }

    private S run(SnapshotKey key, CompletableFuture<S> mine, Supplier<S> retrieval) {
        try {
            S snapshot = retrieval.get();
            synchronized (lock) {
                if (running.remove(key, mine)) {
                    kept.put(key, snapshot);
                }
            }
            mine.complete(snapshot);
            return snapshot;
        } catch (Throwable thrown) {
            synchronized (lock) {
                running.remove(key, mine);
            }
            mine.completeExceptionally(thrown);
            throw thrown;
        }
    }

    private static <S> S await(CompletableFuture<S> shared) {
        try {
            return shared.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException fault -> throw fault;
                case Error error -> throw error;
                case null, default -> throw e;
            }
        }
    }
}
