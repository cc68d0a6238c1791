package uk.co.tenantwise.cx.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class KeyHistoryTest {
    private static final Instant START = Instant.parse("2026-12-01T10:00:00Z");

    private final KeyHistory history = new KeyHistory(new Target(Target.Kind.REPAIR, "T-1", "WO-1", true), "key-1");

    @Test
    void check_shouldAccept_whenTheAnswerIsAlwaysTheSame() {
        answer(0, 1, "a", "CANCELLED");
        answer(2, 3, "a", "CANCELLED");

        assertThat(history.check()).isEmpty();
    }

    @Test
    void check_shouldAccept_whenAnOutcomeHasBecomeKnown() {
        answer(0, 1, "a", "UNKNOWN");
        answer(2, 3, "a", "CANCELLED");

        assertThat(history.check()).isEmpty();
    }

    @Test
    void check_shouldAccept_whenRequestsAtTheSameTimeGetTheOneAndTheOther() {
        answer(0, 3, "a", "CANCELLED");
        answer(1, 4, "a", "UNKNOWN");

        assertThat(history.check()).isEmpty();
    }

    @Test
    void check_shouldFindSeveralAttempts() {
        answer(0, 1, "a", "CANCELLED");
        answer(0, 1, "b", "CANCELLED");

        assertThat(history.check()).singleElement().asString().startsWith("one key, several attempts");
    }

    @Test
    void check_shouldFindSeveralOutcomes() {
        answer(0, 1, "a", "CANCELLED");
        answer(0, 1, "a", "ALREADY_CANCELLED");

        assertThat(history.check()).singleElement().asString().startsWith("one key, several outcomes");
    }

    @Test
    void check_shouldFindAnOutcomeThatWasTakenBack() {
        answer(0, 1, "a", "CANCELLED");
        answer(2, 3, "a", "UNKNOWN");

        assertThat(history.check()).singleElement().asString().startsWith("one key, an outcome taken back");
    }

    private void answer(int sent, int received, String attempt, String outcome) {
        history.add(new KeyHistory.Answer(START.plusSeconds(sent), START.plusSeconds(received), attempt, outcome));
    }
}
