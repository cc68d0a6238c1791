package uk.co.tenantwise.cx.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.testkit.ManualClock;

class CxClocksTest {
    private static final ApiUrl URL = ApiUrl.parse("https://cx.example.org");

    private final ManualClock clock = ManualClock.atNow();
    private final CxClocks clocks = new CxClocks(clock);

    private void answered(String date) {
        clocks.note(URL, new CxAnswer(200, "", Optional.empty(), Optional.empty(), Optional.of(date), new byte[0]));
    }

    @BeforeEach
    void answerOfACxThatIsFiveMinutesBehind() {
        answered(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                clock.instant().minus(Duration.ofMinutes(5)).atZone(ZoneOffset.UTC)));
    }

    @Test
    void ahead_shouldBeKnownForAQuarterOfAnHour() {
        clock.advance(Duration.ofMinutes(15));
        assertThat(clocks.ahead(URL)).contains(Duration.ofMinutes(5));
        assertThat(clocks.ahead()).contains(Duration.ofMinutes(5));
        clock.advance(Duration.ofMillis(1));

        assertThat(clocks.ahead(URL)).isEmpty();
        assertThat(clocks.ahead()).isEmpty();
    }

    @Test
    void ahead_shouldBeUnknown_whenOurClockWasPutRightSince() {
        clock.advance(Duration.ofDays(-2));

        assertThat(clocks.ahead(URL)).isEmpty();
    }

    @Test
    void ahead_shouldStayAsItWas_whenADateCannotBeRead() {
        answered("yesterday");

        assertThat(clocks.ahead(URL)).contains(Duration.ofMinutes(5));
    }
}
