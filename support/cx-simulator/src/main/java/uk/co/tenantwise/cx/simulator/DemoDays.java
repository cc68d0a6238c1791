package uk.co.tenantwise.cx.simulator;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The days of the demo, which move with today's date.
 *
 * @param now UK local time
 */
record DemoDays(LocalDateTime now) {

    private static final int MAY = 5;
    private static final int DAYS_OF_A_WEEK = 7;
    private static final int HOURS_AHEAD = 4;
    private static final int HOURS_PAST = 2;
    private static final LocalTime LATE = LocalTime.of(23, 59);

    static DemoDays at(Instant instant) {
        return new DemoDays(instant.atZone(Writer.UK).toLocalDateTime());
    }

    LocalDate today() {
        return now.toLocalDate();
    }

    /** So many days ago, in the morning: when a repair was reported. */
    LocalDateTime ago(int days) {
        return today().minusDays(days).atTime(9, 12, 37);
    }

    /** So many days from today, whatever the day of the week. */
    LocalDateTime in(int days, int hour, int minute) {
        return today().plusDays(days).atTime(hour, minute);
    }

    /** The first day from Monday to Friday that is at least so many days from today. */
    LocalDateTime weekdayIn(int days, int hour, int minute) {
        return weekday(today().plusDays(days)).atTime(hour, minute);
    }

    /** Monday of next week. */
    LocalDateTime nextMonday(int hour, int minute) {
        return today().with(TemporalAdjusters.next(DayOfWeek.MONDAY)).atTime(hour, minute);
    }

    /** A time that is still to come today, but for its last minute. */
    LocalDateTime laterToday() {
        LocalDateTime later = now.plusHours(HOURS_AHEAD).truncatedTo(ChronoUnit.HOURS);
        return later.toLocalDate().equals(today()) ? later : today().atTime(LATE);
    }

    /** A time of today that has passed. */
    LocalDateTime earlierToday() {
        LocalDateTime earlier = now.minusHours(HOURS_PAST).truncatedTo(ChronoUnit.HOURS);
        return earlier.toLocalDate().equals(today()) ? earlier : today().atStartOfDay();
    }

    /**
     * The first working day after the next bank holiday that is at least two days away. Only holidays on which all of
     * the UK agrees are looked at: New Year, early May, spring and Christmas.
     */
    LocalDateTime afterBankHoliday(int hour, int minute) {
        LocalDate holiday = IntStream.rangeClosed(today().getYear(), today().getYear() + 1)
                .boxed()
                .flatMap(DemoDays::bankHolidays)
                .filter(day -> day.isAfter(today().plusDays(1)))
                .min(LocalDate::compareTo)
                .orElseThrow();
        LocalDate visit = weekday(holiday.plusDays(1));
        while (bankHolidays(visit.getYear()).anyMatch(visit::equals)) {
            visit = weekday(visit.plusDays(1));
        }
        return visit.atTime(hour, minute);
    }

    /** Those of one year; a holiday at a weekend moves to the next day that is free. */
    private static Stream<LocalDate> bankHolidays(int year) {
        LocalDate newYear = weekday(LocalDate.of(year, 1, 1));
        LocalDate earlyMay = LocalDate.of(year, MAY, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY));
        LocalDate spring = LocalDate.of(year, MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY));
        LocalDate christmas = weekday(MonthDay.of(12, 25).atYear(year));
        LocalDate boxing = weekday(christmas.plusDays(1));
        return Stream.of(newYear, earlyMay, spring, christmas, boxing);
    }

    private static LocalDate weekday(LocalDate from) {
        int beyondFriday = from.getDayOfWeek().getValue() - DayOfWeek.FRIDAY.getValue();
        return beyondFriday <= 0
                ? from
                : from.plusDays(DAYS_OF_A_WEEK - DayOfWeek.FRIDAY.getValue() + 1L - beyondFriday);
    }
}
