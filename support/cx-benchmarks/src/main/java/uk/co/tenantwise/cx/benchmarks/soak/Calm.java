package uk.co.tenantwise.cx.benchmarks.soak;

import java.time.Duration;
import java.time.Instant;

/** Whether nothing disturbs the nodes; only then latencies mean something. Thread-safe. */
final class Calm {
    /** How long a fault is felt after it has ended: a breaker that was opened is closed again. */
    private static final Duration AFTERMATH = Duration.ofSeconds(3);

    private int disturbances;
    private Instant since = Instant.now();

    synchronized void disturb() {
        disturbances++;
    }

    synchronized void end() {
        disturbances--;
        since = Instant.now();
    }

    /** Whether nothing has disturbed them between some time before the moment and now. */
    synchronized boolean since(Instant moment) {
        return disturbances == 0 && since.plus(AFTERMATH).isBefore(moment);
    }
}
