package uk.co.tenantwise.cx.benchmarks.soak;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a run is to be.
 *
 * @param load how long customers come and faults happen; start and final checks come on top, some minutes at the most
 * @param seed of customers, faults and times
 * @param report the file to write
 */
record SoakPlan(Duration load, long seed, Path report) {
    /** Customers who use the nodes at the same time. */
    static final int CUSTOMERS = 200;

    /** The mean time that a customer takes between two requests: some 80 requests a second in all. */
    static final Duration THINK = Duration.ofMillis(2_500);

    /** The most that one call to Cx may take. */
    static final Duration API_TIMEOUT = Duration.ofSeconds(2);

    /** The least that can be set, so that data run out again and again. */
    static final Duration REFRESH = Duration.ofMinutes(1);

    /** Little more than the refresh time, so that this limit is met as well. */
    static final Duration MAX_STALE = Duration.ofSeconds(90);

    /** Between two looks at the processes. */
    static final Duration BETWEEN_LOOKS = Duration.ofSeconds(20);

    /** Which part of the load may restart nodes; after it their processes live long enough to be judged. */
    private static final double RESTARTS = 0.45;

    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final int SAMPLES = 8;

    SoakPlan {
        if (load.compareTo(Duration.ofSeconds(10)) < 0 || load.compareTo(Duration.ofHours(12)) > 0) {
            throw new IllegalArgumentException("load must last from 10 seconds to 12 hours, was " + load);
        }
    }

    /** From the arguments duration, seed and report file; each has a default. */
    static SoakPlan of(String... args) {
        return new SoakPlan(
                args.length > 0 ? Duration.parse(args[0]) : Duration.ofMinutes(10),
                args.length > 1 ? Long.parseLong(args[1]) : 1,
                Path.of(args.length > 2 ? args[2] : "soak-report.md"));
    }

    Duration restarts() {
        return Duration.ofMillis(Math.round(load.toMillis() * RESTARTS));
    }

    /** Whether the processes can be judged at all; short runs are for looking at the soak itself. */
    boolean isLong() {
        return load.compareTo(LONG) >= 0;
    }

    VitalRules vitalRules() {
        return new VitalRules(WARM_UP.toMillis() / 60_000.0, SAMPLES);
    }
}
