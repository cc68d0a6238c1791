package uk.co.tenantwise.cx.testkit.cx;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Keeps calls waiting inside Cx until a test opens it. Every wait is bounded. Thread-safe. */
public final class CallGate {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Semaphore arrived = new Semaphore(0);
    private final CountDownLatch opened = new CountDownLatch(1);

    CallGate() {}

    /** Lets all calls go on, those that wait and those that come. */
    public void open() {
        opened.countDown();
    }

    /** Waits until {@code calls} more calls have arrived. @throws AssertionError when they do not within 20 seconds */
    public void awaitArrivals(int calls) {
        try {
            if (!arrived.tryAcquire(calls, LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("fewer than " + calls + " calls arrived within " + LIMIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    void pass() {
        arrived.release();
        try {
            if (!opened.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the gate was not opened within " + LIMIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
