package uk.co.tenantwise.cx.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CxDatesTest {
    @Nested
    class InstantOf {
        @ParameterizedTest
        @CsvSource({
            // without offset: UK local time, winter and summer
            "2026-12-09T10:00:00, 2026-12-09T10:00:00Z",
            "2026-07-09T10:00:00, 2026-07-09T09:00:00Z",
            "2026-12-09T10:00, 2026-12-09T10:00:00Z",
            "2026-12-09t10:00:00, 2026-12-09T10:00:00Z",
            "2026-12-09 10:00:00, 2026-12-09T10:00:00Z",
            "2026-12-09T10:00:00.1234567, 2026-12-09T10:00:00.1234567Z",
            // with offset: that instant
            "2026-07-09T10:00:00Z, 2026-07-09T10:00:00Z",
            "2026-07-09T10:00:00+01:00, 2026-07-09T09:00:00Z",
            "2026-07-09T10:00:00.5+0100, 2026-07-09T09:00:00.5Z",
            "2026-07-09T10:00:00-05, 2026-07-09T15:00:00Z",
            "' 2026-07-09T10:00:00Z ', 2026-07-09T10:00:00Z",
            // the hour that does not exist moves forward, of the hour that comes twice the first one is meant
            "2026-03-29T01:30:00, 2026-03-29T01:30:00Z",
            "2026-03-29T00:59:59, 2026-03-29T00:59:59Z",
            "2026-03-29T02:00:00, 2026-03-29T01:00:00Z",
            "2026-10-25T01:30:00, 2026-10-25T00:30:00Z",
            "2026-10-25T02:00:00, 2026-10-25T02:00:00Z",
            "1900-01-01T00:00:00Z, 1900-01-01T00:00:00Z",
            "2200-12-31T23:59:59Z, 2200-12-31T23:59:59Z",
        })
        void instant_shouldBeRead_whenTextIsIso(String text, Instant expected) {
            assertThat(CxDates.instant(text)).contains(expected);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "soon",
                    "2026-12-09",
                    "10:00",
                    "09/12/2026 10:00",
                    "2026-02-30T10:00:00",
                    "2026-12-09T24:00:00",
                    "2026-12-09T10:60:00",
                    "2026-12-09T10:00:61",
                    "2026-12-09T10",
                    "2026-12-09T10:00:00+25:00",
                    "1899-12-31T23:59:59Z",
                    "2201-01-01T00:00:00Z",
                    "0001-01-01T00:00:00",
                    "+12026-12-09T10:00:00Z",
                    "-2026-12-09T10:00:00",
                    "2026-12-09T10:00:00[Europe/London]",
                    "/Date(1796810400000)/",
                    "2026-12-09T10:00:00.1234567890",
                    "20261209T100000Z",
                    "2026-12-09T10:00:00ZZ",
                    "2026-12-09T10:00:00Z+01:00",
                    "2026-12-0910:00",
                    "2026-12-09T 10:00"
                })
        void instant_shouldBeEmpty_whenTextIsAnythingElse(String text) {
            assertThat(CxDates.instant(text)).isEmpty();
        }
    }

    @Nested
    class UkDate {
        @ParameterizedTest
        @CsvSource({
            "2026-11-20, 2026-11-20",
            "2026-11-20T00:00:00, 2026-11-20",
            "2026-11-20T23:59:59.999, 2026-11-20",
            // an instant falls on the day of the UK, an hour before midnight UTC in summer
            "2026-07-01T23:30:00Z, 2026-07-02",
            "2026-12-01T23:30:00Z, 2026-12-01",
            "2026-12-01T00:30:00+01:00, 2026-11-30",
            "2024-02-29T12:00:00, 2024-02-29",
        })
        void ukDate_shouldBeTheDayInTheUk_whenTextIsIso(String text, LocalDate expected) {
            assertThat(CxDates.ukDate(text)).contains(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "2026-02-29", "2026-13-01", "1899-12-31", "2201-01-01", "tomorrow", "2026-11"})
        void ukDate_shouldBeEmpty_whenTextIsAnythingElse(String text) {
            assertThat(CxDates.ukDate(text)).isEmpty();
        }
    }

    @Nested
    class UkLocal {
        @ParameterizedTest
        @CsvSource({
            "2026-12-01T12:00:00Z, 2026-12-01T12:00:00",
            "2026-07-01T12:00:00.999Z, 2026-07-01T13:00:00",
            "2026-10-25T00:30:00Z, 2026-10-25T01:30:00",
        })
        void ukLocal_shouldHaveSecondsAndNoOffset_whenWritten(Instant instant, String expected) {
            assertThat(CxDates.ukLocal(instant)).isEqualTo(expected);
        }
    }
}
