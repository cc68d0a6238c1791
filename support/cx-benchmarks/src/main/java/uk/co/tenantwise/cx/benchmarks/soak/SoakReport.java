package uk.co.tenantwise.cx.benchmarks.soak;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What a run has shown, as Markdown. */
final class SoakReport {
    private static final String FAULT = "fault: ";

    private final SoakPlan plan;
    private final Findings findings;
    private final StringBuilder text = new StringBuilder();

    SoakReport(SoakPlan plan, Findings findings) {
        this.plan = plan;
        this.findings = findings;
    }

    /**
     * Writes it.
     *
     * @param facts what else was measured, a name and a value each
     */
    String text(Instant began, Map<String, String> facts) {
        line(("Run on %s with `-Dcx.load=%s -Dcx.seed=%d`: Java %s, %d processors, PostgreSQL and Redis as"
                        + " processes, two nodes with `-Xmx256m`, %d customers.")
                .formatted(
                        began.toString().substring(0, 16).replace('T', ' ') + " UTC",
                        plan.load(),
                        plan.seed(),
                        Runtime.version().feature(),
                        Runtime.getRuntime().availableProcessors(),
                        SoakPlan.CUSTOMERS));
        line("");
        line("**Broken promises: %d.**".formatted(findings.broken()));
        findings.violations().forEach(violation -> line("\n- %s".formatted(violation)));
        answers();
        faults();
        processes();
        line("\n| measured | value |\n| --- | --- |");
        line("| reads from the cache while all was well | %d; p50 %.1f ms, p99 %.1f ms |"
                .formatted(findings.cachedReads(), findings.cachedReadMillis(50), findings.cachedReadMillis(99)));
        facts.forEach((name, value) -> line("| %s | %s |".formatted(name, value)));
        return text.toString();
    }

    private void answers() {
        Map<String, Integer> counts = findings.counts();
        counts.keySet().removeIf(name -> name.startsWith(FAULT));
        long all = counts.entrySet().stream()
                .filter(entry -> entry.getKey().contains(": "))
                .mapToLong(Map.Entry::getValue)
                .sum();
        Duration load = plan.load();
        line("\n%d requests, %.0f a second of the load:".formatted(all, all / (double) load.toSeconds()));
        line("\n| request and answer | times |\n| --- | --- |");
        counts.forEach((name, count) -> line("| %s | %d |".formatted(name, count)));
    }

    private void faults() {
        line("\n| fault | times |\n| --- | --- |");
        findings.counts().forEach((name, count) -> {
            if (name.startsWith(FAULT)) {
                line("| %s | %d |".formatted(name.substring(FAULT.length()), count));
            }
        });
    }

    private void processes() {
        line("\n"
                + "| process that lived long enough | samples | live heap, first and last | heap a minute |"
                + " threads | files | connections, least and most |");
        line("| --- | --- | --- | --- | --- | --- | --- |");
        for (VitalRules.Life life : plan.vitalRules().lives(findings.vitals())) {
            List<Vitals> samples = life.samples();
            Vitals first = samples.getFirst();
            Vitals last = samples.getLast();
            line("| node %d, %.1f minutes | %d | %.1f, %.1f MiB | %+.2f MiB | %d, %d | %d, %d | %d, %d |"
                    .formatted(
                            life.node(),
                            last.minutes() - first.minutes(),
                            samples.size(),
                            first.heapMiB(),
                            last.heapMiB(),
                            life.heapSlope(),
                            first.threads(),
                            last.threads(),
                            first.files(),
                            last.files(),
                            connections(samples).min().orElse(0),
                            connections(samples).max().orElse(0)));
        }
    }

    private static IntStream connections(List<Vitals> samples) {
        return samples.stream().mapToInt(Vitals::connections);
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
