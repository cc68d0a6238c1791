package uk.co.tenantwise.cx.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class VitalRulesTest {
    private static final VitalRules RULES = new VitalRules(1, 5);

    @Test
    void check_shouldAccept_whenAllIsFlatAndUneven() {
        assertThat(RULES.check(both(minute -> 60 + minute % 3, minute -> 50 + minute % 7, minute -> 90 + minute % 5)))
                .isEmpty();
    }

    @Test
    void check_shouldLeaveTheWarmUpOut() {
        assertThat(RULES.check(both(minute -> minute == 0 ? 5 : 60, minute -> minute == 0 ? 5 : 50, minute -> 90)))
                .isEmpty();
    }

    @Test
    void check_shouldFindAHeapThatGrows() {
        assertThat(RULES.check(both(minute -> 60 + 1.1 * minute, minute -> 50, minute -> 90)))
                .hasSize(2)
                .allMatch(wrong -> wrong.startsWith("the heap grows by 1.10 MiB a minute"));
    }

    @Test
    void check_shouldFindThreadsThatArePiledUp() {
        assertThat(RULES.check(both(minute -> 60, minute -> 50 + 3 * minute, minute -> 90)))
                .hasSize(2)
                .allMatch(wrong -> wrong.contains("threads more"));
    }

    @Test
    void check_shouldFindFilesThatAreLeftOpen() {
        assertThat(RULES.check(both(minute -> 60, minute -> 50, minute -> 90 + 3 * minute)))
                .hasSize(2)
                .allMatch(wrong -> wrong.contains("file descriptors more"));
    }

    @Test
    void check_shouldJudgeEachProcessByItself_whenANodeWasStartedAgain() {
        List<Vitals> samples = new ArrayList<>(both(minute -> 60, minute -> 50, minute -> 90));
        samples.addAll(life(1, 13, minute -> 90, minute -> 80, minute -> 140));

        assertThat(RULES.check(samples)).isEmpty();
    }

    @Test
    void check_shouldFail_whenNoProcessLivedLongEnough() {
        assertThat(RULES.check(life(1, 11, minute -> 60, minute -> 50, minute -> 90)))
                .containsExactly("no process of node 2 lived long enough to be judged");
    }

    @Test
    void slope_shouldBeThatOfTheLine() {
        List<Trend.Point> line = List.of(new Trend.Point(1, 10), new Trend.Point(2, 8), new Trend.Point(4, 4));

        assertThat(Trend.slope(line)).isCloseTo(-2, within(1e-9));
    }

    private static List<Vitals> both(IntToDoubleFunction heap, IntUnaryOperator threads, IntUnaryOperator files) {
        List<Vitals> samples = new ArrayList<>(life(1, 11, heap, threads, files));
        samples.addAll(life(2, 12, heap, threads, files));
        return samples;
    }

    /** A sample each minute, for a quarter of an hour. */
    private static List<Vitals> life(
            int node, long pid, IntToDoubleFunction heap, IntUnaryOperator threads, IntUnaryOperator files) {
        List<Vitals> samples = new ArrayList<>();
        for (int minute = 0; minute < 15; minute++) {
            samples.add(new Vitals(
                    node,
                    pid,
                    minute,
                    heap.applyAsDouble(minute),
                    threads.applyAsInt(minute),
                    files.applyAsInt(minute),
                    30));
        }
        return samples;
    }
}
