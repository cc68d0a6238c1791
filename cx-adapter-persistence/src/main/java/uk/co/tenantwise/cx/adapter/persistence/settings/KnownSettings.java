package uk.co.tenantwise.cx.adapter.persistence.settings;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The current settings in memory, checked against the database at most every {@link #RECHECK_AFTER}, on a thread of its own.
 * Readers wait for a check that is due, so that saves of other nodes are seen, but no longer than {@link #PATIENCE}, and
 * not at all while the database is away: then they go on with what is known. Thread-safe.
 */
final class KnownSettings {
    static final Duration RECHECK_AFTER = Duration.ofMillis(500);
    static final Duration PATIENCE = Duration.ofMillis(250);

    private static final Logger LOG = LoggerFactory.getLogger(KnownSettings.class);

    private final Supplier<StoredSettings> load;
    private final Function<StoredSettings, Optional<StoredSettings>> reload;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();
    private final AtomicReference<@Nullable CompletableFuture<Boolean>> running = new AtomicReference<>();
    private volatile boolean away;

    private record Known(StoredSettings stored, Instant checkedAt) {}

    /**
     * Settings that nobody has read yet.
     *
     * @param load reads the settings
     * @param reload reads them when they are other than these, and is cheap when they are the same
     */
    KnownSettings(
            Supplier<StoredSettings> load,
            Function<StoredSettings, Optional<StoredSettings>> reload,
            InstantSource clock) {
        this.load = load;
        this.reload = reload;
        this.clock = clock;
    }

    /** The settings, at most half a second behind. @throws StoreUnavailable when they were never read and cannot be */
    StoredSettings get() {
        Known last = known.get();
        if (last == null) {
            return first();
        }
        if (isDue(last)) {
            awaitCheck();
            Known checked = known.get();
            return checked == null ? last.stored() : checked.stored();
        }
        return last.stored();
    }

    /** These were saved just now by this node. */
    void replace(StoredSettings saved) {
        known.set(new Known(saved, clock.instant()));
    }

    /** Reads them now, because somebody else has saved. */
    void refresh() {
        Instant now = clock.instant();
        known.set(new Known(load.get(), now));
    }

    /** Lets the next reader check, because nobody can tell whether a save has happened. */
    void doubt() {
        known.updateAndGet(last -> last == null ? null : new Known(last.stored(), Instant.MIN));
    }

    private StoredSettings first() {
        Instant now = clock.instant();
        StoredSettings stored = load.get();
        known.compareAndSet(null, new Known(stored, now));
        return stored;
    }

    private boolean isDue(Known last) {
        Instant now = clock.instant();
        return now.isBefore(last.checkedAt()) || !now.isBefore(last.checkedAt().plus(RECHECK_AFTER));
    }

    private void awaitCheck() {
        CompletableFuture<Boolean> mine = new CompletableFuture<>();
        CompletableFuture<Boolean> others = running.compareAndExchange(null, mine);
        if (others == null) {
            Thread.ofVirtual().name("cx-settings-check").start(() -> check(mine));
        }
        if (away) {
            return;
        }
        try {
            (others == null ? mine : others).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            away = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a check never fails", e);
        }
    }

    private void check(CompletableFuture<Boolean> mine) {
        Known before = known.get();
        Instant now = clock.instant();
        try {
            if (before != null) {
                StoredSettings current = reload.apply(before.stored()).orElse(before.stored());
                // What this node has saved meanwhile is newer than what was read.
                known.compareAndSet(before, new Known(current, now));
            }
            away = false;
        } catch (RuntimeException e) {
            known.compareAndSet(before, before == null ? null : new Known(before.stored(), now));
            if (!away) {
                LOG.warn("Going on with the settings in memory: {}", e.getMessage());
            }
            away = true;
        } finally {
            running.set(null);
            mine.complete(true);
        }
    }
}
