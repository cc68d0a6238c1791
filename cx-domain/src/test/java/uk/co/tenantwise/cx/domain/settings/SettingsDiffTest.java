package uk.co.tenantwise.cx.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.co.tenantwise.cx.domain.settings.Samples.CONNECTION;
import static uk.co.tenantwise.cx.domain.settings.Samples.READY;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import uk.co.tenantwise.cx.domain.cancellation.UkNation;
import uk.co.tenantwise.cx.domain.refresh.RefreshPolicy;

class SettingsDiffTest {
    private static final CancellationSettings OTHER_CANCELLATION = new CancellationSettings(
            false,
            3,
            NoticeUnit.WORKING_DAYS,
            LocalTime.of(17, 30),
            UkNation.SCOTLAND,
            "CANC",
            "TENANT",
            "Call 020 7946 0000");
    private static final IntegrationSettings EVERYTHING_ELSE = new IntegrationSettings(
            new SettingsVersion(7),
            new SettingsVersion(7),
            new ConnectionSettings(
                    false, Optional.of(Samples.OTHER_URL), "portal", Optional.of(Samples.OTHER_PASSWORD)),
            Optional.of(new Company(new CompanyId("2"), "", "Other Homes")),
            new RepairsSettings(Optional.of(LocalDate.of(2026, 4, 1)), OTHER_CANCELLATION),
            new RefreshPolicy(5, 60));

    private static FieldChange change(String field, @Nullable String before, @Nullable String after) {
        return new FieldChange(field, Optional.ofNullable(before), Optional.ofNullable(after));
    }

    private static IntegrationSettings with(Optional<Secret> password) {
        return READY.with(new ConnectionSettings(true, CONNECTION.apiUrl(), CONNECTION.username(), password));
    }

    private static IntegrationSettings with(CancellationSettings cancellation) {
        return READY.with(new RepairsSettings(Optional.empty(), cancellation));
    }

    @Nested
    class Between {
        @Test
        void between_shouldListEveryFieldInTheOrderOfThePage_whenEverythingChanges() {
            assertThat(SettingsDiff.between(READY, EVERYTHING_ELSE))
                    .containsExactly(
                            change("connection.enabled", "true", "false"),
                            change("connection.apiUrl", "https://cx.example.org", "https://cx.example.com"),
                            change("connection.username", "tenantwise", "portal"),
                            change("company", "Homes (HO, 1)", "Other Homes (2)"),
                            change("repairs.startDate", null, "2026-04-01"),
                            change("repairs.cancellation.enabled", "true", "false"),
                            change("repairs.cancellation.noticeDays", "0", "3"),
                            change("repairs.cancellation.noticeUnit", "CALENDAR_DAYS", "WORKING_DAYS"),
                            change("repairs.cancellation.cutOff", "00:00", "17:30"),
                            change("repairs.cancellation.bankHolidays", "ENGLAND_AND_WALES", "SCOTLAND"),
                            change("repairs.cancellation.cancelStatusCode", null, "CANC"),
                            change("repairs.cancellation.cancelReasonCode", null, "TENANT"),
                            change("repairs.cancellation.contactLine", null, "Call 020 7946 0000"),
                            change("refresh.repairsMinutes", "15", "5"),
                            change("refresh.customerMinutes", "15", "60"),
                            change("connection.password", "set", "changed"));
        }

        @Test
        void between_shouldSayNothing_whenOnlyTheVersionsDiffer() {
            assertThat(SettingsDiff.between(READY, READY.with(CONNECTION))).isEmpty();
            assertThat(SettingsDiff.between(IntegrationSettings.DEFAULT, IntegrationSettings.DEFAULT))
                    .isEmpty();
        }

        @Test
        void between_shouldLeaveBeforeEmpty_whenFirstEntered() {
            assertThat(SettingsDiff.between(IntegrationSettings.DEFAULT, READY))
                    .containsExactly(
                            change("connection.enabled", "false", "true"),
                            change("connection.apiUrl", null, "https://cx.example.org"),
                            change("connection.username", null, "tenantwise"),
                            change("company", null, "Homes (HO, 1)"),
                            change("connection.password", null, "set"));
        }

        @Test
        void between_shouldLeaveAfterEmpty_whenCleared() {
            assertThat(SettingsDiff.between(READY, READY.restoring(IntegrationSettings.DEFAULT)))
                    .containsExactly(
                            change("connection.enabled", "true", "false"),
                            change("connection.apiUrl", "https://cx.example.org", null),
                            change("connection.username", "tenantwise", null),
                            change("company", "Homes (HO, 1)", null),
                            change("connection.password", "set", null));
        }

        @Test
        void between_shouldTellEachFieldApart_whenOneChanges() {
            CancellationSettings it = CancellationSettings.DEFAULT;

            assertThat(SettingsDiff.between(READY, READY.with(new Company(new CompanyId("1"), "HO", "Better Homes"))))
                    .containsExactly(change("company", "Homes (HO, 1)", "Better Homes (HO, 1)"));
            assertThat(SettingsDiff.between(
                            READY,
                            with(new CancellationSettings(
                                    true, 1, it.noticeUnit(), it.cutOff(), it.bankHolidays(), "", "", ""))))
                    .containsExactly(change("repairs.cancellation.noticeDays", "0", "1"));
            assertThat(SettingsDiff.between(
                            READY,
                            with(new CancellationSettings(
                                    true, 0, it.noticeUnit(), LocalTime.of(9, 5), it.bankHolidays(), "", "", ""))))
                    .containsExactly(change("repairs.cancellation.cutOff", "00:00", "09:05"));
            assertThat(SettingsDiff.between(READY, READY.with(new RefreshPolicy(15, 16))))
                    .containsExactly(change("refresh.customerMinutes", "15", "16"));
        }
    }

    @Nested
    class Password {
        @Test
        void between_shouldSayOnlySetOrChanged_whenThePasswordDiffers() {
            IntegrationSettings without = with(Optional.empty());
            IntegrationSettings other = with(Optional.of(Samples.OTHER_PASSWORD));

            assertThat(SettingsDiff.between(without, READY))
                    .containsExactly(change("connection.password", null, "set"));
            assertThat(SettingsDiff.between(READY, other))
                    .containsExactly(change("connection.password", "set", "changed"));
            assertThat(SettingsDiff.between(READY, without))
                    .containsExactly(change("connection.password", "set", null));
        }

        @Test
        void between_shouldSayNothing_whenThePasswordIsTheSame() {
            assertThat(SettingsDiff.between(READY, with(Optional.of(Secret.of(Samples.PASSWORD.reveal())))))
                    .isEmpty();
        }

        @Test
        void between_shouldNeverHoldThePassword() {
            List<IntegrationSettings> all = List.of(IntegrationSettings.DEFAULT, READY, EVERYTHING_ELSE);

            assertThat(all)
                    .flatMap(before -> all.stream()
                            .map(after -> SettingsDiff.between(before, after).toString())
                            .toList())
                    .hasSize(9)
                    .noneMatch(text -> text.contains("pass phrase"));
        }
    }
}
