package uk.co.tenantwise.cx.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. Thread-safe. */
public final class ManualClock implements InstantSource {
    private final AtomicReference<Instant> now;

    private ManualClock(Instant now) {
        this.now = new AtomicReference<>(now);
    }

    /** A clock that shows {@link Builders#NOW}. */
    public static ManualClock atNow() {
        return at(Builders.NOW);
    }

    /** A clock that shows {@code now}. */
    public static ManualClock at(Instant now) {
        return new ManualClock(now);
    }

    /** Sets the time, forwards or backwards. */
    public void set(Instant time) {
        now.set(time);
    }

    /** Moves the time by {@code step}, which may be negative. @return the new time */
    public Instant advance(Duration step) {
        return now.updateAndGet(time -> time.plus(step));
    }

    @Override
    public Instant instant() {
        return now.get();
    }
}
