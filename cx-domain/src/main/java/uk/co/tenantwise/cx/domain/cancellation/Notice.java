package uk.co.tenantwise.cx.domain.cancellation;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** How much notice a customer has to give before the day of a visit: 0 to {@value #MAX_DAYS} days of some kind (R4). */
public sealed interface Notice {
    /** The longest notice that can be asked for, in days of either kind. */
    int MAX_DAYS = 365;

    /** No notice: any time prior to the appointment date. */
    Notice NONE = new CalendarDays(0);

    /** The day that lies this notice before {@code visit}; {@code visit} itself when the notice is 0 days. */
    LocalDate before(LocalDate visit, BankHolidays holidays);

    /**
     * Days of any kind.
     *
     * @param days 0 to {@value Notice#MAX_DAYS}
     */
    record CalendarDays(int days) implements Notice {
        /** @throws IllegalArgumentException when out of range */
        public CalendarDays {
            check(days);
        }

        @Override
        public LocalDate before(LocalDate visit, BankHolidays holidays) {
            return visit.minusDays(days);
        }
    }

    /**
     * Days other than Saturdays, Sundays and the bank holidays of a nation.
     *
     * @param days 0 to {@value Notice#MAX_DAYS}
     * @param nation whose bank holidays are skipped
     */
    record WorkingDays(int days, UkNation nation) implements Notice {
        /** @throws IllegalArgumentException when out of range */
        public WorkingDays {
            check(days);
        }

        @Override
        public LocalDate before(LocalDate visit, BankHolidays holidays) {
            LocalDate day = visit;
            for (int left = days; left > 0; ) {
                day = day.minusDays(1);
                if (isWorkingDay(day, holidays)) {
                    left--;
                }
            }
            return day;
        }

        private boolean isWorkingDay(LocalDate day, BankHolidays holidays) {
            return day.getDayOfWeek() != DayOfWeek.SATURDAY
                    && day.getDayOfWeek() != DayOfWeek.SUNDAY
                    && !holidays.isBankHoliday(day, nation);
        }
    }

    private static void check(int days) {
        if (days < 0 || days > MAX_DAYS) {
            throw new IllegalArgumentException("notice must be 0 to " + MAX_DAYS + " days, was " + days);
        }
    }
}
