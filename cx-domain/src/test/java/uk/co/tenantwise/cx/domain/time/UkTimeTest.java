package uk.co.tenantwise.cx.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UkTimeTest {
    @Nested
    class DateOf {
        @ParameterizedTest(name = "{0}")
        @CsvSource({
            "2026-12-08T23:59:59.999999999Z, 2026-12-08",
            "2026-12-09T00:00:00Z, 2026-12-09",
            "2026-07-14T22:59:59.999999999Z, 2026-07-14",
            "2026-07-14T23:00:00Z, 2026-07-15",
            "2026-03-28T23:59:59Z, 2026-03-28",
            "2026-03-29T00:00:00Z, 2026-03-29",
            "2026-03-29T22:59:59Z, 2026-03-29",
            "2026-03-29T23:00:00Z, 2026-03-30",
            "2026-10-24T23:00:00Z, 2026-10-25",
            "2026-10-25T23:59:59Z, 2026-10-25",
            "2026-10-26T00:00:00Z, 2026-10-26",
            "2026-12-31T23:59:59Z, 2026-12-31",
            "2028-02-29T12:00:00Z, 2028-02-29",
        })
        void dateOf_shouldBeTheUkDate_whenTheInstantIs(Instant instant, LocalDate date) {
            assertThat(UkTime.dateOf(instant)).isEqualTo(date);
        }
    }

    @Nested
    class At {
        @ParameterizedTest(name = "{0} shows {1}")
        @CsvSource({
            "2026-12-09T10:00:00Z, 2026-12-09T10:00Z",
            "2026-07-15T10:00:00Z, 2026-07-15T11:00+01:00",
            "2026-03-29T00:59:59Z, 2026-03-29T00:59:59Z",
            "2026-03-29T01:00:00Z, 2026-03-29T02:00+01:00",
            "2026-10-25T00:30:00Z, 2026-10-25T01:30+01:00",
            "2026-10-25T01:30:00Z, 2026-10-25T01:30Z",
        })
        void at_shouldShowTheUkWallClock_whenTheInstantIs(Instant instant, OffsetDateTime shown) {
            assertThat(UkTime.at(instant).toOffsetDateTime()).isEqualTo(shown);
        }
    }

    @Nested
    class InstantOf {
        @ParameterizedTest(name = "{0}: {2}")
        @CsvSource({
            "2026-12-09T10:00, 2026-12-09T10:00:00Z, winter",
            "2026-07-15T10:00, 2026-07-15T09:00:00Z, summer",
            "2026-03-29T00:59:59, 2026-03-29T00:59:59Z, last second before the skipped hour",
            "2026-03-29T01:00, 2026-03-29T01:00:00Z, skipped and moved to 02:00",
            "2026-03-29T01:30, 2026-03-29T01:30:00Z, skipped and moved to 02:30",
            "2026-03-29T02:00, 2026-03-29T01:00:00Z, first minute of summer time",
            "2026-10-25T00:59:59, 2026-10-24T23:59:59Z, last second that happens once",
            "2026-10-25T01:00, 2026-10-25T00:00:00Z, happens twice and means the first",
            "2026-10-25T01:59:59, 2026-10-25T00:59:59Z, happens twice and means the first",
            "2026-10-25T02:00, 2026-10-25T02:00:00Z, first minute of winter time",
        })
        void instantOf_shouldFollowTheUkClock_whenLocalTimeIs(LocalDateTime local, Instant instant, String why) {
            assertThat(UkTime.instantOf(local)).as(why).isEqualTo(instant);
        }
    }
}
