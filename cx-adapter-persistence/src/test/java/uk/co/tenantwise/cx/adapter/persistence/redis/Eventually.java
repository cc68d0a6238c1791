package uk.co.tenantwise.cx.adapter.persistence.redis;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits until something is so, for a minute at most. */
final class Eventually {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Eventually() {}

    static void isTrue(String what, BooleanSupplier condition) {
        isTrueWithin(PATIENCE, what, condition);
    }

    /** @throws AssertionError when it is not so in that time */
    static void isTrueWithin(Duration patience, String what, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("not within " + patience + ": " + what);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
