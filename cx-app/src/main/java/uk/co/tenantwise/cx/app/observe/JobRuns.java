package uk.co.tenantwise.cx.app.observe;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers when each background job last came to its end without a fault, and shows how long ago that was: a job that
 * hangs or fails again and again is seen by its age. Thread-safe.
 */
@Singleton
final class JobRuns {
    private final MeterRegistry meters;
    private final InstantSource clock;
    private final Map<String, Instant> lastRuns = new ConcurrentHashMap<>();

    JobRuns(MeterRegistry meters, InstantSource clock) {
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Takes note that {@code job} has just run as it should. The names of jobs are few and fixed: each is a series, labelled
     * {@code task} because Prometheus itself uses {@code job}.
     */
    void ran(String job) {
        if (lastRuns.put(job, clock.instant()) == null) {
            Gauge.builder("cx.job.age", () -> Ages.seconds(lastRuns.get(job), clock))
                    .description("Time since a background job last ran without a fault")
                    .baseUnit("seconds")
                    .tag("task", job)
                    .register(meters);
        }
    }
}
