package uk.co.tenantwise.cx.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * One scripted fault: to which requests it happens, how often still, and the handle by which a test follows it.
 * Thread-safe.
 */
public final class Script {

    private final Endpoint endpoint;
    private final Fault fault;
    private final Predicate<ReceivedRequest> filter;
    private final AtomicInteger left;
    private final AtomicInteger hits = new AtomicInteger();
    private final Semaphore unseenHits = new Semaphore(0);
    private final CountDownLatch released = new CountDownLatch(1);
    private final List<LateEffect> late = new ArrayList<>();

    private record LateEffect(int dueIn, Runnable effect) {}

    Script(Endpoint endpoint, Fault fault, int times, Predicate<ReceivedRequest> filter) {
        if (times < 1) {
            throw new IllegalArgumentException("times must be at least 1, was " + times);
        }
        this.endpoint = endpoint;
        this.fault = fault;
        this.filter = filter;
        this.left = new AtomicInteger(times);
    }

    /** The call to which it happens. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /** What happens. */
    public Fault fault() {
        return fault;
    }

    /** To how many requests it has happened or is about to happen. */
    public int hits() {
        return hits.get();
    }

    /** To how many requests it will still happen; {@link Integer#MAX_VALUE} means until it is cleared. */
    public int left() {
        return left.get();
    }

    /**
     * Waits until it has happened to so many further requests: each is counted by one wait only. A request that is held
     * or stalled counts from that moment, one with an effect from after its effect.
     *
     * @throws TimeoutException when it has not within the time
     * @throws InterruptedException when the waiting thread is interrupted
     */
    public void awaitHits(int count, Duration atMost) throws InterruptedException, TimeoutException {
        if (!unseenHits.tryAcquire(count, atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new TimeoutException(fault + " happened " + hits() + " times at " + endpoint + " within " + atMost);
        }
    }

    /**
     * Lets go of everything it holds, now and later: held and delayed requests go on, a slow drip runs out at once,
     * stalled connections are reset, and effects that were to come late come now.
     */
    public void release() {
        released.countDown();
        List<LateEffect> due;
        synchronized (late) {
            due = List.copyOf(late);
            late.clear();
        }
        due.forEach(effect -> effect.effect().run());
    }

    /** Takes the fault for one request if it applies and is not used up. */
    boolean take(ReceivedRequest request) {
        if (!endpoint.covers(request.endpoint()) || !filter.test(request)) {
            return false;
        }
        int before = left.getAndUpdate(count -> count == Integer.MAX_VALUE || count == 0 ? count : count - 1);
        if (before == 0) {
            return false;
        }
        hits.incrementAndGet();
        return true;
    }

    /** Tells the waiting tests that the fault is happening now. */
    void happens() {
        unseenHits.release();
    }

    /** Waits for a time or until the script is released; says whether it is released. */
    boolean pause(Duration time) throws InterruptedException {
        return released.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    void later(int requests, Runnable effect) {
        synchronized (late) {
            late.add(new LateEffect(requests, effect));
        }
    }

    /** Counts one more request as served and runs the effects that have become due. */
    void requestServed() {
        List<LateEffect> due = new ArrayList<>();
        synchronized (late) {
            late.replaceAll(effect -> new LateEffect(effect.dueIn() - 1, effect.effect()));
            late.removeIf(effect -> effect.dueIn() <= 0 && due.add(effect));
        }
        due.forEach(effect -> effect.effect().run());
    }

    boolean isUsedUp() {
        synchronized (late) {
            return left() == 0 && late.isEmpty();
        }
    }
}
