package uk.co.tenantwise.cx.domain.cancellation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.co.tenantwise.cx.domain.time.UkTime;
import uk.co.tenantwise.cx.domain.wording.Wording;

/** Tables of notice, cut-off, start of the visit and deadline; offsets are written out, so that no zone rule is trusted. */
class NoticePolicyTest {
    @Nested
    class WorkedTable {
        /** Rule R4, word for word: a visit on Wednesday 9 December 2026 from 10:00. */
        @ParameterizedTest(name = "{0} at {1}: {3}")
        @CsvSource({
            "0 days,         00:00, 2026-12-09T00:00Z, until the end of Tuesday 8 December",
            "0 days,         09:00, 2026-12-09T09:00Z, until 9am on Wednesday 9 December",
            "0 days,         18:00, 2026-12-09T10:00Z, until 10am on Wednesday 9 December",
            "1 day,          00:00, 2026-12-08T00:00Z, until the end of Monday 7 December",
            "1 day,          15:00, 2026-12-08T15:00Z, until 3pm on Tuesday 8 December",
            "3 working days, 00:00, 2026-12-04T00:00Z, until the end of Thursday 3 December",
        })
        void deadline_shouldBeAsWorked_whenTheVisitIsOn9December(
                String notice, LocalTime cutOff, OffsetDateTime deadline, String said) {
            Instant actual = deadline(notice, cutOff, OffsetDateTime.parse("2026-12-09T10:00Z"));

            assertThat(actual).isEqualTo(deadline.toInstant());
            assertThat(Wording.ENGLISH.until(actual)).isEqualTo(said);
        }

        @Test
        void defaults_shouldBeAnyTimePriorToTheAppointmentDate() {
            assertThat(NoticePolicy.DEFAULT)
                    .isEqualTo(new NoticePolicy(new Notice.CalendarDays(0), LocalTime.of(0, 0)));
        }
    }

    @Nested
    class CalendarDays {
        @ParameterizedTest(name = "{0} at {1} before {2}: {3} ({4})")
        @CsvSource({
            "0 days,   00:00, 2026-12-09T00:00Z,      2026-12-09T00:00Z,      starts at midnight",
            "0 days,   09:00, 2026-12-09T00:00Z,      2026-12-09T00:00Z,      starts at midnight before the cut-off",
            "1 day,    00:00, 2026-12-09T00:00Z,      2026-12-08T00:00Z,      starts at midnight",
            "1 day,    23:59, 2026-12-09T00:00Z,      2026-12-08T23:59Z,      cut-off a minute before the start",
            "0 days,   00:00, 2026-12-09T23:59Z,      2026-12-09T00:00Z,      starts in the last minute",
            "0 days,   10:00, 2026-12-09T10:00Z,      2026-12-09T10:00Z,      cut-off at the start",
            "0 days,   09:59, 2026-12-09T10:00Z,      2026-12-09T09:59Z,      cut-off just before the start",
            "0 days,   10:01, 2026-12-09T10:00Z,      2026-12-09T10:00Z,      cut-off just after the start",
            "1 day,    18:00, 2026-12-09T10:00Z,      2026-12-08T18:00Z,      later in the day than the visit",
            "2 days,   00:00, 2026-12-07T10:00Z,      2026-12-05T00:00Z,      weekends count",
            "1 day,    00:00, 2026-12-26T10:00Z,      2026-12-25T00:00Z,      bank holidays count",
            "1 day,    15:00, 2027-01-01T08:00Z,      2026-12-31T15:00Z,      year end",
            "1 day,    00:00, 2028-03-01T10:00Z,      2028-02-29T00:00Z,      leap year",
            "1 day,    00:00, 2027-03-01T10:00Z,      2027-02-28T00:00Z,      no leap year",
            "1 day,    00:00, 2028-02-29T10:00Z,      2028-02-28T00:00Z,      visit on 29 February",
            "365 days, 00:00, 2028-02-29T10:00Z,      2027-03-01T00:00Z,      365 days across 29 February",
            "365 days, 00:00, 2026-12-09T10:00Z,      2025-12-09T00:00Z,      365 days",
            "365 days, 15:00, 2027-07-15T10:00+01:00, 2026-07-15T15:00+01:00, 365 days in summer",
            "0 days,   00:00, 2026-07-15T00:30+01:00, 2026-07-15T00:00+01:00, the UTC date is the day before",
            "1 day,    00:00, 2026-07-15T00:30+01:00, 2026-07-14T00:00+01:00, the UTC date is the day before",
            "30 days,  09:00, 2026-11-10T10:00Z,      2026-10-11T09:00+01:00, from winter back into summer",
            "30 days,  09:00, 2026-04-10T10:00+01:00, 2026-03-11T09:00Z,      from summer back into winter",
        })
        void deadline_shouldCountAllDays_whenNoticeIsInCalendarDays(
                String notice, LocalTime cutOff, OffsetDateTime start, OffsetDateTime deadline, String why) {
            assertThat(deadline(notice, cutOff, start)).as(why).isEqualTo(deadline.toInstant());
        }
    }

    @Nested
    class ClockChanges {
        @ParameterizedTest(name = "{0} at {1} before {2}: {4}")
        @CsvSource({
            // The clocks go forward on Sunday 29 March 2026 from 01:00 to 02:00.
            "0 days, 00:00, 2026-03-29T10:00+01:00, 2026-03-29T00:00Z,      until the end of Saturday 28 March",
            "0 days, 00:59, 2026-03-29T10:00+01:00, 2026-03-29T00:59Z,      until 12:59am on Sunday 29 March",
            "0 days, 01:00, 2026-03-29T10:00+01:00, 2026-03-29T02:00+01:00, until 2am on Sunday 29 March",
            "0 days, 01:30, 2026-03-29T10:00+01:00, 2026-03-29T02:30+01:00, until 2:30am on Sunday 29 March",
            "0 days, 02:00, 2026-03-29T10:00+01:00, 2026-03-29T02:00+01:00, until 2am on Sunday 29 March",
            "0 days, 01:30, 2026-03-29T02:15+01:00, 2026-03-29T02:15+01:00, until 2:15am on Sunday 29 March",
            "1 day,  01:30, 2026-03-30T10:00+01:00, 2026-03-29T02:30+01:00, until 2:30am on Sunday 29 March",
            "1 day,  00:00, 2026-03-30T00:00+01:00, 2026-03-29T00:00Z,      until the end of Saturday 28 March",
            "0 days, 00:00, 2026-03-30T10:00+01:00, 2026-03-30T00:00+01:00, until the end of Sunday 29 March",
            "1 day,  15:00, 2026-03-29T10:00+01:00, 2026-03-28T15:00Z,      until 3pm on Saturday 28 March",
            // They go back on Sunday 25 October 2026 from 02:00 to 01:00.
            "0 days, 00:00, 2026-10-25T10:00Z,      2026-10-25T00:00+01:00, until the end of Saturday 24 October",
            "0 days, 01:00, 2026-10-25T10:00Z,      2026-10-25T01:00+01:00, until 1am on Sunday 25 October",
            "0 days, 01:30, 2026-10-25T10:00Z,      2026-10-25T01:30+01:00, until 1:30am on Sunday 25 October",
            "0 days, 02:00, 2026-10-25T10:00Z,      2026-10-25T02:00Z,      until 2am on Sunday 25 October",
            "0 days, 01:30, 2026-10-25T01:15+01:00, 2026-10-25T01:15+01:00, until 1:15am on Sunday 25 October",
            "0 days, 01:30, 2026-10-25T01:15Z,      2026-10-25T01:30+01:00, until 1:30am on Sunday 25 October",
            "1 day,  01:30, 2026-10-26T10:00Z,      2026-10-25T01:30+01:00, until 1:30am on Sunday 25 October",
            "1 day,  00:00, 2026-10-26T00:00Z,      2026-10-25T00:00+01:00, until the end of Saturday 24 October",
            "0 days, 00:00, 2026-10-26T10:00Z,      2026-10-26T00:00Z,      until the end of Sunday 25 October",
            "1 day,  15:00, 2026-10-25T10:00Z,      2026-10-24T15:00+01:00, until 3pm on Saturday 24 October",
        })
        void deadline_shouldFollowTheUkClock_whenItIsChanged(
                String notice, LocalTime cutOff, OffsetDateTime start, OffsetDateTime deadline, String said) {
            Instant actual = deadline(notice, cutOff, start);

            assertThat(actual).isEqualTo(deadline.toInstant());
            assertThat(Wording.ENGLISH.until(actual)).isEqualTo(said);
        }
    }

    @Nested
    class WorkingDays {
        @ParameterizedTest(name = "{0} before {1}: {2} ({3})")
        @CsvSource({
            "0 working days, 2026-12-12T10:00Z, 2026-12-12, none to count even on a Saturday",
            "0 working days, 2026-12-25T10:00Z, 2026-12-25, none to count even on a bank holiday",
            "1 working day,  2026-12-08T10:00Z, 2026-12-07, Tuesday to Monday",
            "1 working day,  2026-12-07T10:00Z, 2026-12-04, Monday to Friday",
            "2 working days, 2026-12-07T10:00Z, 2026-12-03, Monday to Thursday",
            "1 working day,  2026-12-12T10:00Z, 2026-12-11, a visit on Saturday",
            "1 working day,  2026-12-13T10:00Z, 2026-12-11, a visit on Sunday",
            "5 working days, 2026-12-14T10:00Z, 2026-12-07, a week",
            "6 working days, 2026-12-14T10:00Z, 2026-12-04, across two weekends",
            "1 working day,  2026-12-29T10:00Z, 2026-12-24, over Christmas and its substitute day",
            "1 working day,  2026-12-28T10:00Z, 2026-12-24, a visit on a bank holiday",
            "2 working days, 2026-12-29T10:00Z, 2026-12-23, over Christmas and one day more",
            "1 working day,  2026-12-01T10:00Z, 2026-11-30, St Andrew's Day is a working day in England",
            "1 working day in SCOTLAND,          2026-12-01T10:00Z, 2026-11-27, St Andrew's Day",
            "1 working day in NORTHERN_IRELAND,  2026-12-01T10:00Z, 2026-11-30, St Andrew's Day",
            "1 working day in ENGLAND_AND_WALES, 2026-07-14T10:00+01:00, 2026-07-13, Battle of the Boyne",
            "1 working day in NORTHERN_IRELAND,  2026-07-14T10:00+01:00, 2026-07-10, Battle of the Boyne",
            "1 working day in ENGLAND_AND_WALES, 2026-04-07T10:00+01:00, 2026-04-02, Easter",
            "1 working day in SCOTLAND,          2026-04-07T10:00+01:00, 2026-04-06, Easter Monday is worked there",
            "2 working days in SCOTLAND,         2026-04-07T10:00+01:00, 2026-04-02, Easter",
            "2 working days in ENGLAND_AND_WALES, 2027-01-05T10:00Z, 2026-12-31, year end",
            "2 working days in SCOTLAND,         2027-01-05T10:00Z, 2026-12-30, year end and 2 January",
            "1 working day,  2028-03-01T10:00Z, 2028-02-29, 29 February",
            "1 working day,  2026-03-30T10:00+01:00, 2026-03-27, over the change to summer time",
            "1 working day,  2026-10-26T10:00Z, 2026-10-23, over the change to winter time",
            "365 working days, 2026-12-09T10:00Z, 2025-07-14, 73 weeks and two bank holidays",
        })
        void deadline_shouldSkipWeekendsAndBankHolidays_whenNoticeIsInWorkingDays(
                String notice, OffsetDateTime start, String day, String why) {
            assertThat(deadline(notice, LocalTime.of(9, 30), start))
                    .as(why)
                    .isEqualTo(UkTime.instantOf(LocalDate.parse(day).atTime(9, 30)));
        }

        @Test
        void deadline_shouldCountBankHolidays_whenThereAreNone() {
            NoticePolicy policy = new NoticePolicy(Words.notice("1 working day"), LocalTime.MIDNIGHT);

            assertThat(policy.deadline(Instant.parse("2026-12-29T10:00:00Z"), ListedBankHolidays.NONE))
                    .isEqualTo("2026-12-28T00:00:00Z");
        }
    }

    private static Instant deadline(String notice, LocalTime cutOff, OffsetDateTime start) {
        return new NoticePolicy(Words.notice(notice), cutOff).deadline(start.toInstant(), new ListedBankHolidays());
    }
}
