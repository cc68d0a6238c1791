package uk.co.tenantwise.cx.adapter.persistence.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.co.tenantwise.cx.domain.cancellation.UkNation.ENGLAND_AND_WALES;
import static uk.co.tenantwise.cx.domain.cancellation.UkNation.SCOTLAND;

import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.co.tenantwise.cx.domain.cancellation.BankHolidays;
import uk.co.tenantwise.cx.testkit.store.BankHolidaysContract;

class JollydayBankHolidaysTest extends BankHolidaysContract {
    private static final LocalDate NEW_DAY = LocalDate.of(2030, 6, 17);
    private static final LocalDate SPRING = LocalDate.of(2030, 5, 27);

    private final BankHolidays bankHolidays = new JollydayBankHolidays(BankHolidayOverrides.NONE);

    @Override
    protected BankHolidays bankHolidays() {
        return bankHolidays;
    }

    @Nested
    class Overrides {
        @Test
        void isBankHoliday_shouldFollowTheCorrections_whenADayIsMoved() {
            BankHolidays corrected = new JollydayBankHolidays(
                    BankHolidayOverrides.parse(" +scotland 2030-06-17,- SCOTLAND  2030-05-27, "));

            assertThat(corrected.isBankHoliday(NEW_DAY, SCOTLAND)).isTrue();
            assertThat(corrected.isBankHoliday(SPRING, SCOTLAND)).isFalse();
            assertThat(corrected.isBankHoliday(NEW_DAY, ENGLAND_AND_WALES)).isFalse();
            assertThat(corrected.isBankHoliday(SPRING, ENGLAND_AND_WALES)).isTrue();
            assertThat(corrected.isBankHoliday(LocalDate.of(2030, 12, 25), SCOTLAND))
                    .isTrue();
        }

        @Test
        void isBankHoliday_shouldFollowTheLast_whenTwoCorrectionsDisagree() {
            BankHolidays corrected =
                    new JollydayBankHolidays(BankHolidayOverrides.parse("+SCOTLAND 2030-06-17,-SCOTLAND 2030-06-17"));

            assertThat(corrected.isBankHoliday(NEW_DAY, SCOTLAND)).isFalse();
        }

        @Test
        void parse_shouldBeNone_whenBlank() {
            assertThat(BankHolidayOverrides.parse(" ")).isEqualTo(BankHolidayOverrides.NONE);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "SCOTLAND 2030-06-17",
                    "+WALES 2030-06-17",
                    "+SCOTLAND 2030-02-30",
                    "+SCOTLAND",
                    "+SCOTLAND 17/6/2030"
                })
        void parse_shouldNameTheEntry_whenItIsWrong(String entry) {
            assertThatThrownBy(() -> BankHolidayOverrides.parse("+SCOTLAND 2030-06-17, " + entry))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'" + entry + "'");
        }
    }
}
