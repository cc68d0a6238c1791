package uk.co.tenantwise.cx.benchmarks.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Heap, threads and file descriptors of each process stay flat once it is warm.
 *
 * @param warmUpMinutes how much of the beginning of each process is left out
 * @param leastSamples how many samples make a judgement, at least 3
 */
record VitalRules(double warmUpMinutes, int leastSamples) {
    /** Of the live heap. */
    static final double MOST_MIB_A_MINUTE = 1;

    /** Threads and descriptors that come and go with the load. */
    static final double MOST_RISE = 10;

    VitalRules {
        if (leastSamples < 3) {
            throw new IllegalArgumentException("leastSamples must be at least 3, was " + leastSamples);
        }
    }

    /**
     * What became of one process.
     *
     * @param node 1 or 2
     * @param pid the process
     * @param samples what was measured while it was warm
     */
    record Life(int node, long pid, List<Vitals> samples) {
        double heapSlope() {
            return Trend.slope(points(Vitals::heapMiB));
        }

        double threadsRise() {
            return Trend.rise(points(Vitals::threads));
        }

        double filesRise() {
            return Trend.rise(points(Vitals::files));
        }

        private List<Trend.Point> points(ToDoubleFunction<Vitals> value) {
            return samples.stream()
                    .map(vitals -> new Trend.Point(vitals.minutes(), value.applyAsDouble(vitals)))
                    .toList();
        }
    }

    /** The processes that lived long enough to be judged. */
    List<Life> lives(List<Vitals> samples) {
        Map<Long, List<Vitals>> byProcess =
                samples.stream().collect(Collectors.groupingBy(Vitals::pid, TreeMap::new, Collectors.toList()));
        return byProcess.entrySet().stream()
                .map(life -> warm(life.getKey(), life.getValue()))
                .filter(life -> life.samples().size() >= leastSamples)
                .toList();
    }

    /** What is wrong, nothing when all is flat; it is also wrong when no process of a node could be judged. */
    List<String> check(List<Vitals> samples) {
        List<String> wrong = new ArrayList<>();
        List<Life> lives = lives(samples);
        for (Life life : lives) {
            String who = " in node " + life.node() + ", process " + life.pid();
            if (life.heapSlope() >= MOST_MIB_A_MINUTE) {
                wrong.add(String.format(Locale.ROOT, "the heap grows by %.2f MiB a minute%s", life.heapSlope(), who));
            }
            if (life.threadsRise() > MOST_RISE) {
                wrong.add(String.format(Locale.ROOT, "%.0f threads more%s", life.threadsRise(), who));
            }
            if (life.filesRise() > MOST_RISE) {
                wrong.add(String.format(Locale.ROOT, "%.0f file descriptors more%s", life.filesRise(), who));
            }
        }
        for (int node = 1; node <= 2; node++) {
            int number = node;
            if (lives.stream().noneMatch(life -> life.node() == number)) {
                wrong.add("no process of node " + number + " lived long enough to be judged");
            }
        }
        return wrong;
    }

    private Life warm(long pid, List<Vitals> samples) {
        double begin = samples.getFirst().minutes() + warmUpMinutes;
        List<Vitals> warm =
                samples.stream().filter(vitals -> vitals.minutes() >= begin).toList();
        return new Life(samples.getFirst().node(), pid, warm);
    }
}
