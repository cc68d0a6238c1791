package uk.co.tenantwise.cx.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.co.tenantwise.cx.domain.settings.RepairsDraft.CancellationDraft;

/** The cancellation part as a page sends it: tests vary one field, and {@code null} stands for a missing one. */
record CancellationForm(
        @Nullable Boolean enabled,
        @Nullable Integer noticeDays,
        @Nullable String noticeUnit,
        @Nullable String cutOff,
        @Nullable String bankHolidays,
        @Nullable String cancelStatusCode,
        @Nullable String cancelReasonCode,
        @Nullable String contactLine) {
    static final CancellationForm GOOD =
            new CancellationForm(false, 3, "WORKING_DAYS", "17:30", "SCOTLAND", "CANC", "TENANT", "Call 020 7946 0000");

    CancellationForm withDays(@Nullable Integer days) {
        return new CancellationForm(
                enabled, days, noticeUnit, cutOff, bankHolidays, cancelStatusCode, cancelReasonCode, contactLine);
    }

    CancellationForm withUnit(@Nullable String unit) {
        return new CancellationForm(
                enabled, noticeDays, unit, cutOff, bankHolidays, cancelStatusCode, cancelReasonCode, contactLine);
    }

    CancellationForm withCutOff(@Nullable String time) {
        return new CancellationForm(
                enabled, noticeDays, noticeUnit, time, bankHolidays, cancelStatusCode, cancelReasonCode, contactLine);
    }

    CancellationForm withNation(@Nullable String nation) {
        return new CancellationForm(
                enabled, noticeDays, noticeUnit, cutOff, nation, cancelStatusCode, cancelReasonCode, contactLine);
    }

    CancellationForm withTexts(@Nullable String status, @Nullable String reason, @Nullable String line) {
        return new CancellationForm(enabled, noticeDays, noticeUnit, cutOff, bankHolidays, status, reason, line);
    }

    CancellationDraft draft() {
        return new CancellationDraft(
                Optional.ofNullable(enabled),
                Optional.ofNullable(noticeDays),
                Optional.ofNullable(noticeUnit),
                Optional.ofNullable(cutOff),
                Optional.ofNullable(bankHolidays),
                Optional.ofNullable(cancelStatusCode),
                Optional.ofNullable(cancelReasonCode),
                Optional.ofNullable(contactLine));
    }

    Checked<RepairsSettings> check(@Nullable String startDate) {
        return new RepairsDraft(Optional.ofNullable(startDate), Optional.of(draft())).check();
    }

    List<FieldProblem> findings() {
        return check(null).findings();
    }

    RepairsSettings valid(@Nullable String startDate) {
        Checked<RepairsSettings> checked = check(startDate);
        assertThat(checked).isInstanceOf(Checked.Valid.class);
        return ((Checked.Valid<RepairsSettings>) checked).value();
    }

    CancellationSettings settings() {
        return valid(null).cancellation();
    }
}
