package uk.co.tenantwise.cx.domain.cancellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptLimitTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final AttemptLimit TWO_A_MINUTE = new AttemptLimit(2, Duration.ofMinutes(1));

    @Nested
    class ToWait {
        @ParameterizedTest(name = "made {0} seconds ago: {1}")
        @CsvSource({
            "'', may",
            "10, may",
            "10 20, 40",
            "20 10, 40",
            "59 0, 1",
            "60 0, may",
            "61 60 0, may",
            "50 40 30, 20",
            "-1 -2 -3, may",
            "-1 10 20, 40",
        })
        void toWait_shouldLastUntilTheOldestCountedIsOver_whenTwoWereMade(String secondsAgo, String wait) {
            List<Instant> made = Arrays.stream(secondsAgo.split(" "))
                    .filter(text -> !text.isEmpty())
                    .map(text -> NOW.minusSeconds(Long.parseLong(text)))
                    .toList();

            assertThat(TWO_A_MINUTE.toWait(made, NOW))
                    .isEqualTo(
                            wait.equals("may")
                                    ? Optional.empty()
                                    : Optional.of(Duration.ofSeconds(Long.parseLong(wait))));
        }

        @Test
        void since_shouldBeOneWindowAgo() {
            assertThat(TWO_A_MINUTE.since(NOW)).isEqualTo(Instant.parse("2026-11-25T09:59:00Z"));
        }
    }

    @Nested
    class Constructor {
        @Test
        void default_shouldBeThirtyAMinute() {
            assertThat(AttemptLimit.DEFAULT).isEqualTo(new AttemptLimit(30, Duration.ofMinutes(1)));
        }

        @Test
        void constructor_shouldRefuse_whenAComponentIsOutOfRange() {
            assertThat(new AttemptLimit(1, Duration.ofNanos(1)).attempts()).isEqualTo(1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new AttemptLimit(0, Duration.ofMinutes(1)))
                    .withMessage("attempts must be at least 1, was 0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new AttemptLimit(1, Duration.ZERO))
                    .withMessage("window must be longer than nothing, was PT0S");
        }
    }
}
