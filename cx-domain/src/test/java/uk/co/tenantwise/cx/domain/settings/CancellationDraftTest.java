package uk.co.tenantwise.cx.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.co.tenantwise.cx.domain.cancellation.UkNation;

/** The fields of the cancellation part; {@link RepairsDraftTest} holds the draft as a whole. */
class CancellationDraftTest {
    private static final String TIME_HINT = "Enter a time as HH:mm, such as 09:00 or 17:30";
    private static final String MISSING_TEXT = "Give this field; an empty text stands for none";
    private static final String ONE_LINE = "Enter one line of printable characters";

    @Nested
    class Notice {
        @ParameterizedTest
        @ValueSource(ints = {0, 1, 364, 365})
        void check_shouldTakeTheDays_whenInRange(int days) {
            assertThat(CancellationForm.GOOD.withDays(days).settings().noticeDays())
                    .isEqualTo(days);
        }

        @ParameterizedTest
        @NullSource
        @ValueSource(ints = {-1, 366, Integer.MIN_VALUE, Integer.MAX_VALUE})
        void check_shouldNameTheRange_whenDaysAreMissingOrOutOfIt(@Nullable Integer days) {
            assertThat(CancellationForm.GOOD.withDays(days).findings())
                    .containsExactly(
                            new FieldProblem("cancellation.noticeDays", "Enter a whole number of days from 0 to 365"));
        }

        @ParameterizedTest
        @EnumSource
        void check_shouldTakeTheUnit_whenNamed(NoticeUnit unit) {
            assertThat(CancellationForm.GOOD.withUnit(unit.name()).settings().noticeUnit())
                    .isEqualTo(unit);
        }

        @ParameterizedTest
        @NullSource
        @ValueSource(strings = {"", "working_days", "WORKING DAYS", " WORKING_DAYS", "HOURS"})
        void check_shouldListTheUnits_whenNoneIsNamed(@Nullable String unit) {
            assertThat(CancellationForm.GOOD.withUnit(unit).findings())
                    .containsExactly(
                            new FieldProblem("cancellation.noticeUnit", "Choose one of CALENDAR_DAYS, WORKING_DAYS"));
        }

        @ParameterizedTest
        @EnumSource
        void check_shouldTakeTheNation_whateverTheUnit(UkNation nation) {
            assertThat(CancellationForm.GOOD
                            .withNation(nation.name())
                            .settings()
                            .bankHolidays())
                    .isEqualTo(nation);
            assertThat(CancellationForm.GOOD
                            .withNation(nation.name())
                            .withUnit("CALENDAR_DAYS")
                            .settings()
                            .bankHolidays())
                    .isEqualTo(nation);
        }

        @ParameterizedTest
        @NullSource
        @ValueSource(strings = {"", "scotland", "WALES", "UK"})
        void check_shouldListTheNations_whenNoneIsNamed(@Nullable String nation) {
            assertThat(CancellationForm.GOOD.withNation(nation).findings())
                    .containsExactly(new FieldProblem(
                            "cancellation.bankHolidays",
                            "Choose one of ENGLAND_AND_WALES, SCOTLAND, NORTHERN_IRELAND"));
        }

        @ParameterizedTest
        @CsvSource({"00:00, 00:00", "09:00, 09:00", "' 17:30 ', 17:30", "23:59, 23:59"})
        void check_shouldTakeTheCutOff_whenATime(String text, LocalTime time) {
            assertThat(CancellationForm.GOOD.withCutOff(text).settings().cutOff())
                    .isEqualTo(time);
        }

        @ParameterizedTest
        @NullSource
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "24:00",
                    "12:60",
                    "9:00",
                    "09:0",
                    "0900",
                    "09.00",
                    "09:00:00",
                    "9am",
                    "-1:00",
                    "09:00Z",
                    "\u0660\u0669:\u0660\u0660"
                })
        void check_shouldShowTheFormat_whenTheCutOffIsNotATime(@Nullable String text) {
            assertThat(CancellationForm.GOOD.withCutOff(text).findings())
                    .containsExactly(new FieldProblem("cancellation.cutOff", TIME_HINT));
        }
    }

    @Nested
    class Texts {
        @Test
        void check_shouldTakeAndTidyThem_whenAsLongAsAllowed() {
            CancellationSettings settings = CancellationForm.GOOD
                    .withTexts(" " + "s".repeat(50) + " ", "r".repeat(50) + "\n", "l".repeat(300))
                    .settings();

            assertThat(settings.cancelStatusCode()).isEqualTo("s".repeat(50));
            assertThat(settings.cancelReasonCode()).isEqualTo("r".repeat(50));
            assertThat(settings.contactLine()).isEqualTo("l".repeat(300));
        }

        @Test
        void check_shouldNameTheLimit_whenLonger() {
            assertThat(CancellationForm.GOOD
                            .withTexts("s".repeat(51), "r".repeat(51), "l".repeat(301))
                            .findings())
                    .containsExactly(
                            new FieldProblem("cancellation.cancelStatusCode", "Enter at most 50 characters"),
                            new FieldProblem("cancellation.cancelReasonCode", "Enter at most 50 characters"),
                            new FieldProblem("cancellation.contactLine", "Enter at most 300 characters"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"a\nb", "a\r\nb", "a\tb", "a\u0000b", "a\u001b[31m", "a\u007f", "a\u0085b"})
        void check_shouldRefuseThem_whenTheyHoldControlCharacters(String text) {
            assertThat(CancellationForm.GOOD.withTexts(text, text, text).findings())
                    .containsExactly(
                            new FieldProblem("cancellation.cancelStatusCode", ONE_LINE),
                            new FieldProblem("cancellation.cancelReasonCode", ONE_LINE),
                            new FieldProblem("cancellation.contactLine", ONE_LINE));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "  ", "\n"})
        void check_shouldTakeThemAsNone_whenBlank(String text) {
            CancellationSettings settings =
                    CancellationForm.GOOD.withTexts(text, text, text).settings();

            assertThat(List.of(settings.cancelStatusCode(), settings.cancelReasonCode(), settings.contactLine()))
                    .containsOnly("");
        }

        @Test
        void check_shouldSayHowToClearIt_whenOneIsMissing() {
            assertThat(CancellationForm.GOOD.withTexts(null, "r", "l").findings())
                    .containsExactly(new FieldProblem("cancellation.cancelStatusCode", MISSING_TEXT));
            assertThat(CancellationForm.GOOD.withTexts("s", null, "l").findings())
                    .containsExactly(new FieldProblem("cancellation.cancelReasonCode", MISSING_TEXT));
            assertThat(CancellationForm.GOOD.withTexts("s", "r", null).findings())
                    .containsExactly(new FieldProblem("cancellation.contactLine", MISSING_TEXT));
        }
    }
}
