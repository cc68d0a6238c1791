package uk.co.tenantwise.cx.adapter.http;

import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that only ever goes forward, for measuring how long something lasts: setting the clock of the machine must not
 * keep a breaker open for hours. Its instants mean nothing by themselves. Thread-safe.
 */
final class SteadyClock implements InstantSource {
    private final long origin = System.nanoTime();

    @Override
    public Instant instant() {
        return Instant.EPOCH.plusNanos(System.nanoTime() - origin);
    }
}
