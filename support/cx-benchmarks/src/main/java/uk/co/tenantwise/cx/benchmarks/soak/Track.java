package uk.co.tenantwise.cx.benchmarks.soak;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One row of faults, each followed by some seconds without. Several tracks run side by side, so that faults of different
 * kinds meet. When it returns, its last fault is healed.
 *
 * @param deals the next fault
 * @param random for the times
 * @param calm is told of each fault
 * @param findings counts them
 */
record Track(Supplier<Disturbance> deals, Random random, Calm calm, Findings findings) {
    private static final Duration LEAST = Duration.ofSeconds(3);

    /** Shorter than the time after which a send is taken to have come to nothing, so that none arrives later than that. */
    private static final Duration MOST_FAULT = Duration.ofSeconds(7);

    private static final Duration MOST_QUIET = Duration.ofSeconds(14);

    /** Makes faults until the stop or the end. */
    @SuppressWarnings("SystemOut")
    void run(CountDownLatch stop, Instant end) throws Exception {
        while (!pause(stop, end, MOST_QUIET)) {
            Disturbance disturbance = deals.get();
            System.err.println(Instant.now() + " " + disturbance.name());
            findings.count("fault: " + disturbance.name());
            calm.disturb();
            try {
                disturbance.begin().run();
                boolean unused = pause(stop, end, MOST_FAULT);
            } finally {
                disturbance.heal().run();
                calm.end();
            }
        }
    }

    /** Waits for a time of chance. @return whether it is the end */
    private boolean pause(CountDownLatch stop, Instant end, Duration most) throws InterruptedException {
        long millis = random.nextLong(LEAST.toMillis(), most.toMillis());
        long left = Duration.between(Instant.now(), end).toMillis();
        return stop.await(Math.max(0, Math.min(millis, left)), TimeUnit.MILLISECONDS) || left <= millis;
    }
}
