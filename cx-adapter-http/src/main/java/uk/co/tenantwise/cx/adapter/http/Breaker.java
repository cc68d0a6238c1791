package uk.co.tenantwise.cx.adapter.http;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/**
 * Leaves Cx alone when half or more of at least 20 calls of the last 10 seconds have failed. After 5 to 15 seconds, at
 * random so that nodes do not come back together, one call finds out whether Cx serves again. A call that began before the
 * last change of state says nothing about the time after it, so its end is not counted. Thread-safe.
 */
final class Breaker {
    private static final int WINDOW_SECONDS = 10;
    private static final int FEWEST_CALLS = 20;
    private static final float FAILING_PERCENT = 50;
    private static final long SHORTEST_PAUSE = 5_000;
    private static final long LONGEST_PAUSE = 15_000;
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final CircuitBreaker machine;
    private final AtomicLong era = new AtomicLong();
    private final ReentrantLock entrance = new ReentrantLock();
    private volatile Instant nextTry = Instant.MIN;
    private volatile @Nullable CxFault lastFailure;

    /** @param clock one that only goes forward */
    Breaker(InstantSource clock) {
        this.clock = clock;
        machine = CircuitBreaker.of(
                "cx",
                CircuitBreakerConfig.custom()
                        .slidingWindow(WINDOW_SECONDS, FEWEST_CALLS, SlidingWindowType.TIME_BASED)
                        .failureRateThreshold(FAILING_PERCENT)
                        .slowCallDurationThreshold(Duration.ofDays(1))
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitIntervalFunctionInOpenState(attempt -> pause())
                        .clock(clock.withZone(ZoneOffset.UTC))
                        .build());
        machine.getEventPublisher().onStateTransition(change -> era.incrementAndGet());
    }

    /** The fault to answer with while it is known, without asking, that {@link #enter} would not let anybody through. */
    Optional<CxFault> now() {
        return machine.getState() == CircuitBreaker.State.OPEN
                        && !clock.instant().isAfter(nextTry)
                ? Optional.of(fault())
                : Optional.empty();
    }

    /**
     * Lets a call begin. One at a time: the machine shows others its new state before it tells the new era, and whoever took
     * the only permission of that state under the old era would never give it back.
     *
     * @return what to end it with
     * @throws CxFault of the kind that opened this, while it is open
     */
    long enter() {
        entrance.lock();
        try {
            if (!machine.tryAcquirePermission()) {
                throw fault();
            }
            return era.get();
        } finally {
            entrance.unlock();
        }
    }

    /** Cx has answered, whatever it said. */
    void served(long began) {
        if (began == era.get()) {
            machine.onSuccess(0, machine.getTimestampUnit());
        }
    }

    /** Cx has failed. */
    void failed(long began, CxFault fault) {
        if (began == era.get()) {
            lastFailure = fault;
            machine.onError(0, machine.getTimestampUnit(), fault);
        }
    }

    /** The call came to an end that tells nothing about Cx. */
    void untold(long began) {
        if (began == era.get()) {
            machine.releasePermission();
        }
    }

    void reset() {
        era.incrementAndGet();
        machine.reset();
    }

    CxTraffic.BreakerState state() {
        return switch (machine.getState()) {
            case OPEN, FORCED_OPEN -> CxTraffic.BreakerState.OPEN;
            case HALF_OPEN -> CxTraffic.BreakerState.HALF_OPEN;
            case CLOSED, DISABLED, METRICS_ONLY -> CxTraffic.BreakerState.CLOSED;
        };
    }

    /** Why it is not closed. */
    Optional<CxFault> cause() {
        return state() == CxTraffic.BreakerState.CLOSED ? Optional.empty() : Optional.ofNullable(lastFailure);
    }

    private long pause() {
        long pause = ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE, LONGEST_PAUSE);
        nextTry = clock.instant().plusMillis(pause);
        return pause;
    }

    private CxFault fault() {
        Duration left = Duration.between(clock.instant(), nextTry);
        Duration wait = left.compareTo(MOMENT) < 0 ? MOMENT : left;
        CxFault opener = lastFailure;
        return opener == null
                ? new CxFault.Unavailable("Cx is left alone", Optional.of(wait))
                : opener.heldFor(
                        wait, opener.detail() + ". So many calls failed that Cx is left alone for " + Spans.of(wait));
    }
}
