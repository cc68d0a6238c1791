package uk.co.tenantwise.cx.adapter.http;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** The moment by which a call must be over, on the monotonic clock. Thread-safe. */
final class Deadline {
    private final long nanos;

    private Deadline(long nanos) {
        this.nanos = nanos;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** The time that is left, never negative. */
    Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    /** This, or {@code time} from now when that is sooner. */
    Deadline orSooner(Duration time) {
        return new Deadline(Math.min(nanos, System.nanoTime() + time.toNanos()));
    }

    boolean leaves(Duration needed) {
        return remaining().compareTo(needed) >= 0;
    }

    /**
     * Waits for {@code future} no longer than this.
     *
     * @throws CxFault.TimedOut when it is not done by then, or when the thread is interrupted
     */
    <T> T await(Future<T> future, String what) throws ExecutionException {
        try {
            return future.get(remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new CxFault.TimedOut(what + " took too long");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CxFault.TimedOut(what + " was interrupted");
        }
    }
}
