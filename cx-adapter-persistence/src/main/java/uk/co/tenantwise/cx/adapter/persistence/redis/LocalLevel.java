package uk.co.tenantwise.cx.adapter.persistence.redis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * What this node keeps in memory of what all nodes share. Whoever fetches something to put it here takes a {@link #mark}
 * first: when it was dropped or changed in between, it is not put, so that an old value cannot come back. Thread-safe.
 *
 * @param <S> what is kept
 */
final class LocalLevel<S> {
    private static final int STRIPES = 1_024;

    private final Cache<String, Kept<S>> kept;
    private final AtomicLongArray marks = new AtomicLongArray(STRIPES);

    /**
     * One value.
     *
     * @param value what it is
     * @param head of the same value in Redis, empty when it is not there
     * @param life how long it is kept
     */
    record Kept<S>(S value, String head, Duration life) {}

    LocalLevel(long maximum, Ticker ticker) {
        if (maximum < 1) {
            throw new IllegalArgumentException("maximum must be 1 or more, was " + maximum);
        }
        this.kept = Caffeine.newBuilder()
                .maximumSize(maximum)
                .expireAfter(Expiry.<String, Kept<S>>writing((name, value) -> value.life()))
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    Optional<Kept<S>> find(String name) {
        return Optional.ofNullable(kept.getIfPresent(name));
    }

    long mark(String name) {
        return marks.get(stripe(name));
    }

    /** Keeps {@code value}, unless something happened to the name since {@code mark} was taken. */
    void put(String name, Kept<S> value, long mark) {
        // Under the lock of the name: an eviction changes the mark first, and finds what is put in spite of that.
        kept.asMap().compute(name, (same, former) -> mark(name) == mark ? value : former);
    }

    boolean evict(String name) {
        marks.incrementAndGet(stripe(name));
        return kept.asMap().remove(name) != null;
    }

    /** Forgets everything. @return how many were kept */
    int clear() {
        for (int i = 0; i < STRIPES; i++) {
            marks.incrementAndGet(i);
        }
        int cleared = 0;
        for (String name : kept.asMap().keySet()) {
            if (kept.asMap().remove(name) != null) {
                cleared++;
            }
        }
        return cleared;
    }

    Collection<Kept<S>> all() {
        return List.copyOf(kept.asMap().values());
    }

    private static int stripe(String name) {
        return Math.floorMod(name.hashCode(), STRIPES);
    }
}
