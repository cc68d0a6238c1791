package uk.co.tenantwise.cx.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import uk.co.tenantwise.cx.testkit.ManualClock;

class LogInLimitTest {
    private final ManualClock clock = ManualClock.atNow();
    private final LogInLimit limit = new LogInLimit(clock);

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            limit.failed("admin");
        }
    }

    @Nested
    class Delay {
        @Test
        void delay_shouldGrow_afterFiveFailures() {
            fail(5);
            assertThat(limit.delay("admin")).isEmpty();
            fail(1);
            assertThat(limit.delay("admin")).contains(Duration.ofSeconds(1));
            fail(1);
            assertThat(limit.delay("admin")).contains(Duration.ofSeconds(2));
            fail(2);
            assertThat(limit.delay("admin")).contains(Duration.ofSeconds(8));
            clock.advance(Duration.ofSeconds(8));
            assertThat(limit.delay("admin")).isEmpty();
        }

        @Test
        void delay_shouldLastUntilTheOldestFailureIsForgotten_whenTenAreKnown() {
            fail(10);
            assertThat(limit.delay("admin")).contains(LogInLimit.WINDOW);
            clock.advance(LogInLimit.WINDOW);
            assertThat(limit.delay("admin")).isEmpty();
        }

        @Test
        void delay_shouldLetTenThroughInFiveMinutes_whenAThousandGuessesAreMade() {
            int checked = 0;
            for (int i = 0; i < 1_000; i++) {
                if (limit.delay("admin").isEmpty()) {
                    limit.failed("admin");
                    checked++;
                }
                clock.advance(Duration.ofMillis(299));
            }
            assertThat(checked).isEqualTo(LogInLimit.MOST);
        }

        @Test
        void delay_shouldNotConcernOtherNames_andEndWithASuccess() {
            fail(8);
            assertThat(limit.delay("other")).isEmpty();
            limit.succeeded("admin");
            assertThat(limit.delay("admin")).isEmpty();
        }
    }
}
