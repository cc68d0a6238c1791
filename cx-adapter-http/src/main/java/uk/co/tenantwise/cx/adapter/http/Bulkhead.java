package uk.co.tenantwise.cx.adapter.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/**
 * Lets so many calls through at a time. Four times as many may wait for their turn, first come, first served, for a bounded
 * time; everybody else is turned away at once, so that a slow Cx cannot tie up all threads and memory. Thread-safe.
 */
final class Bulkhead {
    private static final int WAITING_FOR_EACH = 4;
    private static final Duration COME_BACK_IN = Duration.ofSeconds(2);

    private final int maxCalls;
    private final Semaphore places;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Duration longestWait;
    private final Tally tally;

    Bulkhead(int maxCalls, Duration longestWait, Tally tally) {
        this.maxCalls = maxCalls;
        this.places = new Semaphore(maxCalls, true);
        this.longestWait = longestWait;
        this.tally = tally;
    }

    /** Takes a place; give it back with {@link #leave}. @throws CxFault.Busy when there is none in time */
    void enter(Deadline deadline) {
        try {
            // Unlike tryAcquire() without a time, this one does not overtake those who wait already.
            if (!places.tryAcquire(0, TimeUnit.NANOSECONDS) && !waitForPlace(deadline)) {
                tally.shed().increment();
                throw new CxFault.Busy(
                        maxCalls + " calls to Cx are under way, which is as many as are allowed at a time",
                        COME_BACK_IN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CxFault.TimedOut("Waiting for a call to Cx was interrupted");
        }
    }

    void leave() {
        places.release();
    }

    int inFlight() {
        return maxCalls - places.availablePermits();
    }

    int waiting() {
        return waiting.get();
    }

    private boolean waitForPlace(Deadline deadline) throws InterruptedException {
        if (waiting.incrementAndGet() > maxCalls * WAITING_FOR_EACH) {
            waiting.decrementAndGet();
            return false;
        }
        try {
            Duration left = deadline.remaining();
            Duration longest = left.compareTo(longestWait) < 0 ? left : longestWait;
            return places.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            waiting.decrementAndGet();
        }
    }
}
