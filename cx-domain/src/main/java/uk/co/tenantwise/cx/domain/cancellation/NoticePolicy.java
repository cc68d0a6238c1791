package uk.co.tenantwise.cx.domain.cancellation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import uk.co.tenantwise.cx.domain.time.UkTime;

/**
 * Until when a visit may be cancelled (rule R4).
 *
 * <p>The deadline is the cut-off time, by the UK wall clock, on the day that lies the notice before the day of the visit;
 * it is never later than the start of the visit. Cancelling is allowed strictly before it.
 *
 * @param notice how many days before
 * @param cutOff the time of that day; 00:00 means that the day before it is the last whole day
 */
public record NoticePolicy(Notice notice, LocalTime cutOff) {
    /** 0 calendar days with a cut-off at 00:00: any time prior to the appointment date. */
    public static final NoticePolicy DEFAULT = new NoticePolicy(Notice.NONE, LocalTime.MIDNIGHT);

    /** The first instant at which a visit that starts at {@code start} can no longer be cancelled. */
    public Instant deadline(Instant start, BankHolidays holidays) {
        LocalDate day = notice.before(UkTime.dateOf(start), holidays);
        Instant byNotice = UkTime.instantOf(day.atTime(cutOff));
        return byNotice.isBefore(start) ? byNotice : start;
    }
}
