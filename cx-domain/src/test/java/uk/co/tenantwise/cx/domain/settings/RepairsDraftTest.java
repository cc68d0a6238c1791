package uk.co.tenantwise.cx.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.co.tenantwise.cx.domain.cancellation.UkNation;

class RepairsDraftTest {
    private static final String DATE_HINT = "Enter a real date as yyyy-MM-dd, such as 2026-04-01";
    private static final String TIME_HINT = "Enter a time as HH:mm, such as 09:00 or 17:30";
    private static final String MISSING_TEXT = "Give this field; an empty text stands for none";

    @Nested
    class Check {
        @Test
        void check_shouldTakeEveryField_whenAllAreGiven() {
            assertThat(CancellationForm.GOOD.check("2026-04-01"))
                    .isEqualTo(new Checked.Valid<>(new RepairsSettings(
                            Optional.of(LocalDate.of(2026, 4, 1)),
                            new CancellationSettings(
                                    false,
                                    3,
                                    NoticeUnit.WORKING_DAYS,
                                    LocalTime.of(17, 30),
                                    UkNation.SCOTLAND,
                                    "CANC",
                                    "TENANT",
                                    "Call 020 7946 0000"))));
        }

        @Test
        void check_shouldGiveTheDefaults_whenTheDefaultsAreEntered() {
            assertThat(new CancellationForm(true, 0, "CALENDAR_DAYS", "00:00", "ENGLAND_AND_WALES", "", "", "")
                            .check(""))
                    .isEqualTo(new Checked.Valid<>(RepairsSettings.DEFAULT));
        }

        @Test
        void check_shouldNameEveryField_whenAllAreMissing() {
            assertThat(new CancellationForm(null, null, null, null, null, null, null, null).check(null))
                    .isEqualTo(new Checked.Invalid<RepairsSettings>(List.of(
                            new FieldProblem("cancellation.enabled", "Say whether customers may cancel: true or false"),
                            new FieldProblem("cancellation.noticeDays", "Enter a whole number of days from 0 to 365"),
                            new FieldProblem("cancellation.noticeUnit", "Choose one of CALENDAR_DAYS, WORKING_DAYS"),
                            new FieldProblem("cancellation.cutOff", TIME_HINT),
                            new FieldProblem(
                                    "cancellation.bankHolidays",
                                    "Choose one of ENGLAND_AND_WALES, SCOTLAND, NORTHERN_IRELAND"),
                            new FieldProblem("cancellation.cancelStatusCode", MISSING_TEXT),
                            new FieldProblem("cancellation.cancelReasonCode", MISSING_TEXT),
                            new FieldProblem("cancellation.contactLine", MISSING_TEXT))));
        }

        @Test
        void check_shouldReportEachFieldOnce_whenEveryFieldIsWrong() {
            CancellationForm bad = new CancellationForm(
                    null,
                    -1,
                    "DAYS",
                    "25:00",
                    "FRANCE",
                    "\n".repeat(3) + "a\nb".repeat(50),
                    "a\u0000b",
                    "l".repeat(301));

            assertThat(Samples.fields(bad.check("2026-02-30")))
                    .containsExactly(
                            "startDate",
                            "cancellation.enabled",
                            "cancellation.noticeDays",
                            "cancellation.noticeUnit",
                            "cancellation.cutOff",
                            "cancellation.bankHolidays",
                            "cancellation.cancelStatusCode",
                            "cancellation.cancelReasonCode",
                            "cancellation.contactLine");
        }

        @Test
        void check_shouldAskForTheCancellationPart_whenItIsMissing() {
            FieldProblem missing = new FieldProblem("cancellation", "Give the cancellation settings");

            assertThat(new RepairsDraft(Optional.empty(), Optional.empty())
                            .check()
                            .findings())
                    .containsExactly(missing);
            assertThat(new RepairsDraft(Optional.of("soon"), Optional.empty())
                            .check()
                            .findings())
                    .containsExactly(new FieldProblem("startDate", DATE_HINT), missing);
        }
    }

    @Nested
    class StartDate {
        @ParameterizedTest
        @NullSource
        @ValueSource(strings = {"", " ", "\t"})
        void check_shouldClearIt_whenAbsentOrBlank(@Nullable String text) {
            assertThat(CancellationForm.GOOD.valid(text).startDate()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "2026-04-01, 2026-04-01",
            "' 2026-04-01 ', 2026-04-01",
            "2024-02-29, 2024-02-29",
            "1900-01-01, 1900-01-01",
            "1999-12-31, 1999-12-31",
            "2000-01-01, 2000-01-01",
            "9999-12-31, 9999-12-31",
        })
        void check_shouldTakeIt_whenReal(String text, LocalDate date) {
            assertThat(CancellationForm.GOOD.valid(text).startDate()).contains(date);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2026-02-29",
                    "2026-02-30",
                    "2026-04-31",
                    "2026-13-01",
                    "2026-00-10",
                    "2026-01-00",
                    "1899-12-31",
                    "0026-04-01",
                    "26-04-01",
                    "2026-4-1",
                    "01/04/2026",
                    "2026/04/01",
                    "20260401",
                    "2026-04-01T00:00",
                    "2026-04-01Z",
                    "+2026-04-01",
                    "-2026-04-01",
                    "12026-04-01",
                    "2026-04",
                    "1 April 2026",
                    "yesterday",
                    "\u0662\u0660\u0662\u0666-\u0660\u0664-\u0660\u0661"
                })
        void check_shouldShowTheFormat_whenNotARealDate(String text) {
            assertThat(CancellationForm.GOOD.check(text).findings())
                    .containsExactly(new FieldProblem("startDate", DATE_HINT));
        }
    }
}
