package uk.co.tenantwise.cx.domain.settings;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.co.tenantwise.cx.domain.cancellation.Notice;
import uk.co.tenantwise.cx.domain.cancellation.UkNation;

/**
 * The repairs settings as an administrator entered them.
 *
 * @param startDate optional, {@code yyyy-MM-dd} from the year 1900 on; absent or empty clears the limit
 * @param cancellation the cancellation part; required
 */
public record RepairsDraft(Optional<String> startDate, Optional<CancellationDraft> cancellation) {
    private static final Pattern DATE = Pattern.compile("(?:19|[2-9][0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}");
    private static final String DATE_HINT = "Enter a real date as yyyy-MM-dd, such as 2026-04-01";
    private static final Pattern TIME = Pattern.compile("[0-9]{2}:[0-9]{2}");
    private static final String TIME_HINT = "Enter a time as HH:mm, such as 09:00 or 17:30";
    private static final int MAX_CODE = 50;
    private static final int MAX_LINE = 300;

    /**
     * The cancellation part; every field is required, a text may be empty.
     *
     * @param enabled whether customers may cancel
     * @param noticeDays 0 to 365
     * @param noticeUnit the name of a {@link NoticeUnit}
     * @param cutOff {@code HH:mm}
     * @param bankHolidays the name of a {@link UkNation}
     * @param cancelStatusCode at most 50 characters
     * @param cancelReasonCode at most 50 characters
     * @param contactLine at most 300 characters
     */
    public record CancellationDraft(
            Optional<Boolean> enabled,
            Optional<Integer> noticeDays,
            Optional<String> noticeUnit,
            Optional<String> cutOff,
            Optional<String> bankHolidays,
            Optional<String> cancelStatusCode,
            Optional<String> cancelReasonCode,
            Optional<String> contactLine) {}

    /** Checks every field. */
    public Checked<RepairsSettings> check() {
        Checks checks = new Checks();
        Optional<LocalDate> start = startDate
                .filter(text -> !text.isBlank())
                .flatMap(text -> checks.read("startDate", Optional.of(text), DATE, LocalDate::parse, DATE_HINT));
        if (cancellation.isEmpty()) {
            checks.reject("cancellation", "Give the cancellation settings");
            return checks.result(() -> RepairsSettings.DEFAULT);
        }
        CancellationDraft draft = cancellation.get();
        Optional<Boolean> enabled = checks.required(
                "cancellation.enabled", draft.enabled(), "Say whether customers may cancel: true or false");
        Optional<Integer> days =
                checks.number("cancellation.noticeDays", draft.noticeDays(), 0, Notice.MAX_DAYS, "days");
        Optional<NoticeUnit> unit = checks.choice("cancellation.noticeUnit", draft.noticeUnit(), NoticeUnit.values());
        Optional<LocalTime> cutOff =
                checks.read("cancellation.cutOff", draft.cutOff(), TIME, LocalTime::parse, TIME_HINT);
        Optional<UkNation> nation = checks.choice("cancellation.bankHolidays", draft.bankHolidays(), UkNation.values());
        Optional<String> status = checks.text("cancellation.cancelStatusCode", draft.cancelStatusCode(), MAX_CODE);
        Optional<String> reason = checks.text("cancellation.cancelReasonCode", draft.cancelReasonCode(), MAX_CODE);
        Optional<String> line = checks.text("cancellation.contactLine", draft.contactLine(), MAX_LINE);
        return checks.result(() -> new RepairsSettings(
                start,
                new CancellationSettings(
                        enabled.orElseThrow(),
                        days.orElseThrow(),
                        unit.orElseThrow(),
                        cutOff.orElseThrow(),
                        nation.orElseThrow(),
                        status.orElseThrow(),
                        reason.orElseThrow(),
                        line.orElseThrow())));
    }
}
