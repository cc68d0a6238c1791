package uk.co.tenantwise.cx.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.co.tenantwise.cx.domain.cancellation.CancellationPolicy;
import uk.co.tenantwise.cx.domain.cancellation.Notice;
import uk.co.tenantwise.cx.domain.cancellation.NoticePolicy;
import uk.co.tenantwise.cx.domain.cancellation.UkNation;
import uk.co.tenantwise.cx.domain.visibility.VisibilityPolicy;

class CancellationSettingsTest {
    private static final LocalTime HALF_PAST_FIVE = LocalTime.of(17, 30);

    private static CancellationSettings settings(boolean enabled, int days, NoticeUnit unit, UkNation nation) {
        return new CancellationSettings(
                enabled, days, unit, HALF_PAST_FIVE, nation, "CANC", "TENANT", "Call 020 7946 0000");
    }

    @Nested
    class New {
        @ParameterizedTest
        @ValueSource(ints = {0, 365})
        void new_shouldAccept_whenDaysAreAtTheEdge(int days) {
            assertThat(settings(true, days, NoticeUnit.CALENDAR_DAYS, UkNation.SCOTLAND)
                            .noticeDays())
                    .isEqualTo(days);
        }

        @ParameterizedTest
        @ValueSource(ints = {-1, 366})
        void new_shouldRefuse_whenDaysAreOutOfRange(int days) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> settings(true, days, NoticeUnit.CALENDAR_DAYS, UkNation.SCOTLAND))
                    .withMessage("notice must be 0 to 365 days, was " + days);
        }
    }

    @Nested
    class IsCodeMissing {
        @ParameterizedTest(name = "{0}, status {1}, reason {2}: {3}")
        @CsvSource({
            "on, '', '', yes",
            "on, CANC, '', yes",
            "on, '', TENANT, yes",
            "on, CANC, TENANT, no",
            "off, '', '', no",
        })
        void isCodeMissing_shouldHold_whenRepairsMayBeCancelledWithoutBoth(
                String enabled, String status, String reason, String missing) {
            CancellationSettings settings = new CancellationSettings(
                    enabled.equals("on"),
                    0,
                    NoticeUnit.CALENDAR_DAYS,
                    HALF_PAST_FIVE,
                    UkNation.SCOTLAND,
                    status,
                    reason,
                    "");

            assertThat(settings.isCodeMissing()).isEqualTo(missing.equals("yes"));
        }
    }

    @Nested
    class Policy {
        @Test
        void policy_shouldBeTheDefault_whenSettingsAre() {
            assertThat(CancellationSettings.DEFAULT.policy()).isEqualTo(CancellationPolicy.DEFAULT);
        }

        @ParameterizedTest
        @EnumSource
        void policy_shouldForgetTheNation_whenCalendarDays(UkNation nation) {
            assertThat(settings(true, 2, NoticeUnit.CALENDAR_DAYS, nation).policy())
                    .isEqualTo(new CancellationPolicy(
                            true, new NoticePolicy(new Notice.CalendarDays(2), HALF_PAST_FIVE), "Call 020 7946 0000"));
        }

        @ParameterizedTest
        @EnumSource
        void policy_shouldKeepTheNation_whenWorkingDays(UkNation nation) {
            assertThat(settings(false, 3, NoticeUnit.WORKING_DAYS, nation).policy())
                    .isEqualTo(new CancellationPolicy(
                            false,
                            new NoticePolicy(new Notice.WorkingDays(3, nation), HALF_PAST_FIVE),
                            "Call 020 7946 0000"));
        }
    }

    @Nested
    class Visibility {
        @Test
        void visibility_shouldHoldTheStartDate() {
            Optional<LocalDate> april = Optional.of(LocalDate.of(2026, 4, 1));

            assertThat(new RepairsSettings(april, CancellationSettings.DEFAULT).visibility())
                    .isEqualTo(new VisibilityPolicy(april));
            assertThat(RepairsSettings.DEFAULT.visibility()).isEqualTo(VisibilityPolicy.DEFAULT);
        }
    }
}
