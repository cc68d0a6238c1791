package uk.co.tenantwise.cx.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock moved by hand; it starts on Friday 4 December 2026 at noon in the UK. */
final class HandClock implements InstantSource {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-12-04T12:00:00Z"));

    @Override
    public Instant instant() {
        return now.get();
    }

    void advance(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    void set(String instant) {
        now.set(Instant.parse(instant));
    }
}
