package uk.co.tenantwise.cx.app.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import uk.co.tenantwise.cx.testkit.ManualClock;

class SparingLogTest {
    private final ManualClock clock = ManualClock.atNow();
    private final SparingLog log = new SparingLog(clock);

    @Test
    void line_shouldLeaveOut_whenTheSameKindWasWrittenLessThanTenSecondsAgo() {
        assertThat(log.line("down", "Cx is down")).contains("Cx is down");
        clock.advance(Duration.ofMillis(9_999));

        assertThat(log.line("down", "Cx is down")).isEmpty();
        assertThat(log.line("slow", "Cx is slow")).contains("Cx is slow");
    }

    @Test
    void line_shouldTellHowManyWereLeftOut_whenTenSecondsAreOver() {
        log.line("down", "one");
        log.line("down", "two");
        log.line("down", "three");
        clock.advance(Duration.ofSeconds(10));

        assertThat(log.line("down", "four"))
                .contains(
                        "four (and 2 more of this kind since " + clock.instant().minusSeconds(10) + ")");
        clock.advance(Duration.ofSeconds(10));
        assertThat(log.line("down", "five")).contains("five");
    }

    @Test
    void line_shouldBeWritten_whenTheClockWasSetBack() {
        log.line("down", "one");
        clock.advance(Duration.ofHours(-1));

        assertThat(log.line("down", "two")).contains("two");
    }
}
