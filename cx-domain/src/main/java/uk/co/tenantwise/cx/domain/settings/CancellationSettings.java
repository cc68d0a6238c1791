package uk.co.tenantwise.cx.domain.settings;

import java.time.LocalTime;
import uk.co.tenantwise.cx.domain.cancellation.CancellationPolicy;
import uk.co.tenantwise.cx.domain.cancellation.Notice;
import uk.co.tenantwise.cx.domain.cancellation.NoticePolicy;
import uk.co.tenantwise.cx.domain.cancellation.UkNation;

/**
 * The cancellation part of the settings. The nation is kept while it does not matter, so that switching the unit to and
 * fro loses nothing.
 *
 * @param enabled whether customers may cancel
 * @param noticeDays 0 to 365
 * @param noticeUnit how the days are counted
 * @param cutOff the time of the last day, to the minute
 * @param bankHolidays whose bank holidays working days skip
 * @param cancelStatusCode the site's own status code for a cancelled order, may be empty
 * @param cancelReasonCode the site's own reason code, may be empty
 * @param contactLine what a customer who may not cancel should do instead, may be empty
 */
public record CancellationSettings(
        boolean enabled,
        int noticeDays,
        NoticeUnit noticeUnit,
        LocalTime cutOff,
        UkNation bankHolidays,
        String cancelStatusCode,
        String cancelReasonCode,
        String contactLine) {
    /** Enabled, 0 calendar days, cut-off 00:00, England and Wales, no codes, no contact line. */
    public static final CancellationSettings DEFAULT = new CancellationSettings(
            true, 0, NoticeUnit.CALENDAR_DAYS, LocalTime.MIDNIGHT, UkNation.ENGLAND_AND_WALES, "", "", "");

    /** @throws IllegalArgumentException when {@code noticeDays} is out of range */
    public CancellationSettings {
        if (noticeDays < 0 || noticeDays > Notice.MAX_DAYS) {
            throw new IllegalArgumentException("notice must be 0 to " + Notice.MAX_DAYS + " days, was " + noticeDays);
        }
    }

    /** Whether customers may cancel repairs although a code is empty that Cx needs for it; visits need none. */
    public boolean isCodeMissing() {
        return enabled && (cancelStatusCode.isEmpty() || cancelReasonCode.isEmpty());
    }

    /** The policy that these settings describe. */
    public CancellationPolicy policy() {
        Notice notice = switch (noticeUnit) {
            case CALENDAR_DAYS -> new Notice.CalendarDays(noticeDays);
            case WORKING_DAYS -> new Notice.WorkingDays(noticeDays, bankHolidays);
        };
        return new CancellationPolicy(enabled, new NoticePolicy(notice, cutOff), contactLine);
    }
}
