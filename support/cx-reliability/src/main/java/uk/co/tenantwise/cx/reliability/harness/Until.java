package uk.co.tenantwise.cx.reliability.harness;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what another process is about to do, looking every 20 ms. */
public final class Until {
    private static final long BETWEEN_LOOKS = Duration.ofMillis(20).toNanos();

    private Until() {}

    /** Waits until the condition holds. @throws AssertionError when it does not come to this within the time */
    public static void isTrue(String what, Duration atMost, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not come to this within " + atMost + ": " + what);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
    }

    /** How long it takes until the condition holds, the look included. @throws AssertionError as {@link #isTrue} */
    public static Duration timed(String what, Duration atMost, Callable<Boolean> condition) throws Exception {
        long began = System.nanoTime();
        isTrue(what, atMost, condition);
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
