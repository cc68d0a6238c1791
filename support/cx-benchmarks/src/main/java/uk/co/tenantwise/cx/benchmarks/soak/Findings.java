package uk.co.tenantwise.cx.benchmarks.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the run has counted, measured and found broken. Thread-safe. */
final class Findings {
    private static final int VIOLATIONS_KEPT = 100;

    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<Duration> cachedReads = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private final List<Vitals> vitals = new ArrayList<>();
    private int broken;

    synchronized void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    /** Notes how long a read from the cache took while all was well. */
    synchronized void cachedRead(Duration took) {
        cachedReads.add(took);
    }

    synchronized void add(Vitals measured) {
        vitals.add(measured);
    }

    /** Notes broken promises, and shows them at once. */
    @SuppressWarnings("SystemOut")
    synchronized void broken(Collection<String> wrong) {
        broken += wrong.size();
        for (String what : wrong) {
            System.err.println("BROKEN " + what);
            if (violations.size() < VIOLATIONS_KEPT) {
                violations.add(what);
            }
        }
    }

    synchronized Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }

    /** How many broken promises there are, those included that were not kept. */
    synchronized int broken() {
        return broken;
    }

    synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    synchronized List<Vitals> vitals() {
        return List.copyOf(vitals);
    }

    synchronized int cachedReads() {
        return cachedReads.size();
    }

    /** A percentile of the cached reads in milliseconds, 0 when there were none. */
    synchronized double cachedReadMillis(double percentile) {
        List<Duration> sorted = cachedReads.stream().sorted().toList();
        return sorted.isEmpty()
                ? 0
                : sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * percentile / 100))
                                .toNanos()
                        / 1e6;
    }
}
