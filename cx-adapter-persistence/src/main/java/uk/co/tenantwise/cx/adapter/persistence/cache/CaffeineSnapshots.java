package uk.co.tenantwise.cx.adapter.persistence.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;
import uk.co.tenantwise.cx.ports.driven.ForKeepingSnapshots;
import uk.co.tenantwise.cx.ports.driven.SnapshotKey;

/**
 * Snapshots in the memory of this node. A retrieval runs on the thread of the caller that asked first; the others wait for
 * it. Thread-safe; {@link #find} never waits.
 *
 * @param <S> what is kept
 */
public final class CaffeineSnapshots<S> implements ForKeepingSnapshots<S> {
    private final Cache<SnapshotKey, S> kept;
    private final Flights<SnapshotKey, S> flights = new Flights<>();

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
        return flights.join(
                key,
                flight -> find(key)
                        .filter(now -> !seen.equals(Optional.of(now)))
                        .orElseGet(() -> fly(flight, key, retrieval)));
    }

    @Override
    public S retrieveAnew(SnapshotKey key, Supplier<S> retrieval) {
        return flights.supersede(key, flight -> fly(flight, key, retrieval));
    }

    @Override
    public boolean drop(SnapshotKey key) {
        flights.ground(key);
        return kept.asMap().remove(key) != null;
    }

    @Override
    public int dropAll() {
        flights.groundAll();
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

    private S fly(Flights<SnapshotKey, S>.Flight flight, SnapshotKey key, Supplier<S> retrieval) {
        S snapshot = retrieval.get();
        flight.land(() -> kept.put(key, snapshot));
        return snapshot;
    }
}
