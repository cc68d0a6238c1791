package uk.co.tenantwise.cx.app.pages.diary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.co.tenantwise.cx.app.pages.diary.CallDiary.Hour;
import uk.co.tenantwise.cx.app.pages.present.Statuses;
import uk.co.tenantwise.cx.app.pages.view.StatusView;
import uk.co.tenantwise.cx.domain.refresh.Source;
import uk.co.tenantwise.cx.domain.settings.Readiness;
import uk.co.tenantwise.cx.ports.driven.Observation;
import uk.co.tenantwise.cx.ports.fault.CxFault;
import uk.co.tenantwise.cx.ports.fault.FaultCode;
import uk.co.tenantwise.cx.testkit.ManualClock;

class CallDiaryTest {
    private final ManualClock clock = ManualClock.at(Instant.parse("2026-12-01T12:30:00Z"));
    private final CallDiary diary = new CallDiary(clock);

    @Test
    void read_shouldHold24EmptyHours_whenNothingHappened() {
        assertThat(diary.read().hours())
                .hasSize(24)
                .allMatch(hour -> hour.retrieved() + hour.kept() + hour.stale() + hour.failed() == 0);
        assertThat(diary.read().hours().getLast().from()).isEqualTo(Instant.parse("2026-12-01T12:00:00Z"));
    }

    @Test
    void read_shouldCountByTheHour() {
        serve(Source.LIVE);
        serve(Source.CACHE);
        clock.advance(Duration.ofHours(1));
        serve(Source.STALE);
        diary.observe(
                new Observation.CxFailed(clock.instant(), Observation.Part.REPAIRS, new CxFault.TimedOut("late")));

        assertThat(diary.read().hours().subList(22, 24))
                .containsExactly(
                        new Hour(Instant.parse("2026-12-01T12:00:00Z"), 1, 1, 0, 0),
                        new Hour(Instant.parse("2026-12-01T13:00:00Z"), 0, 0, 1, 1));
        assertThat(diary.read().lastFault()).contains(FaultCode.CX_TIMED_OUT);
        assertThat(diary.read().lastSuccess()).isEmpty();
    }

    /** Guards against: a mistyped reference of anybody made the status page say that Cx had failed. */
    @Test
    void read_shouldTakeItForAnAnswer_whenCxDoesNotKnowACustomer() {
        diary.observe(
                new Observation.CxFailed(clock.instant(), Observation.Part.REPAIRS, new CxFault.NotFound("unknown")));

        assertThat(diary.read().lastSuccess()).contains(clock.instant());
        assertThat(diary.read().lastFailure()).isEmpty();
        assertThat(diary.read().hours()).noneMatch(hour -> hour.failed() > 0);
    }

    @Test
    void read_shouldForget_whenADayHasPassed() {
        serve(Source.LIVE);
        clock.advance(Duration.ofHours(24));
        serve(Source.CACHE);

        assertThat(diary.read().hours()).noneMatch(hour -> hour.retrieved() > 0);
    }

    @Test
    void status_shouldShowHitRateAndBars_inProportion() {
        for (int i = 0; i < 3; i++) {
            serve(Source.CACHE);
        }
        serve(Source.LIVE);
        clock.advance(Duration.ofHours(1));
        serve(Source.LIVE);
        serve(Source.LIVE);

        StatusView view = Statuses.of(Readiness.READY, diary.read(), Optional.empty(), 5, Optional.empty());

        assertThat(view.hitRate()).isEqualTo("50% of 6 in the last 24 hours");
        assertThat(view.chart().top()).isEqualTo("2");
        assertThat(view.chart().hours().get(23).retrievedBar())
                .isEqualTo(2 * view.chart().hours().get(22).retrievedBar());
        assertThat(view.chart().summary()).isEqualTo("3 retrievals from Cx and 0 faults in the last 24 hours.");
    }

    private void serve(Source source) {
        diary.observe(new Observation.Served(source, Duration.ZERO));
    }
}
