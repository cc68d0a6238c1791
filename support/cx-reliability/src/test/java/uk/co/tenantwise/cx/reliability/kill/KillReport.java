package uk.co.tenantwise.cx.reliability.kill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a long run has shown, as Markdown. Thread-safe. */
final class KillReport {
    private final int planned;
    private final long seed;
    private final Map<String, List<Duration>> recoveries = new TreeMap<>();
    private final Map<KillStep, Integer> situations = new EnumMap<>(KillStep.class);
    private final List<String> failures = new ArrayList<>();
    private int acknowledged;
    private int late;

    KillReport(int planned, long seed) {
        this.planned = planned;
        this.seed = seed;
    }

    @SuppressWarnings("SystemOut")
    synchronized void passed(String where, KillRound.Result result) {
        recoveries.computeIfAbsent(where, none -> new ArrayList<>()).add(result.recovery());
        late += result.inTime() ? 0 : 1;
        for (Attempt attempt : result.attempts()) {
            situations.merge(attempt.step(), 1, Integer::sum);
            acknowledged += attempt.isAcknowledged() ? 1 : 0;
        }
        System.err.printf(
                "%d of %d kills; %s: final after %d ms%n",
                done(), planned, where, result.recovery().toMillis());
    }

    @SuppressWarnings("SystemOut")
    synchronized void failed(String where, Set<KillStep> steps, Throwable failure) {
        failures.add(where + ", " + steps + ": " + failure.getMessage());
        System.err.println("FAILED " + where + ", " + steps);
        failure.printStackTrace(System.err);
    }

    synchronized boolean isClean() {
        return failures.isEmpty() && done() == planned;
    }

    synchronized String text() {
        StringBuilder text = new StringBuilder(
                "Kills: %d of %d, seed %d. Cancellations under way: %d, of which %d had their answer. Kills that came after a step had timed out: %d. Failures: %d.%n%n"
                        .formatted(
                                done(),
                                planned,
                                seed,
                                situations.values().stream()
                                        .mapToInt(Integer::intValue)
                                        .sum(),
                                acknowledged,
                                late,
                                failures.size()));
        text.append("| step at the kill | cancellations |\n| --- | --- |\n");
        situations.forEach((step, count) -> text.append("| %s | %d |%n".formatted(step, count)));
        text.append("\n| where | kills | final and checked after, median | at most |\n| --- | --- | --- | --- |\n");
        recoveries.forEach((where, times) -> {
            List<Duration> sorted = times.stream().sorted().toList();
            text.append("| %s | %d | %.1f s | %.1f s |%n"
                    .formatted(
                            where, sorted.size(), seconds(sorted.get(sorted.size() / 2)), seconds(sorted.getLast())));
        });
        failures.forEach(failure -> text.append("\nFAILED ").append(failure).append('\n'));
        return text.toString();
    }

    private int done() {
        return recoveries.values().stream().mapToInt(List::size).sum();
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1_000.0;
    }
}
