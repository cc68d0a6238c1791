package uk.co.tenantwise.cx.app.pages.present;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.co.tenantwise.cx.app.pages.present.Entry.Section;
import uk.co.tenantwise.cx.domain.settings.Checked;
import uk.co.tenantwise.cx.domain.settings.FieldProblem;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.domain.settings.Secret;

class DraftingTest {
    @Nested
    class Repairs {
        @Test
        void repairs_shouldComeBackAsTheyAreSaved_whenNobodyTouchesTheForm() {
            Map<String, String> values = Settings.repairsValues(IntegrationSettings.DEFAULT);

            assertThat(Drafting.repairs(values).check())
                    .isEqualTo(new Checked.Valid<>(IntegrationSettings.DEFAULT.repairs()));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "1/4/2026 | 2026-04-01",
                    "01/04/2026 | 2026-04-01",
                    "'  31.12.2026 ' | 2026-12-31",
                    "2026-04-01 | 2026-04-01",
                    "31/2/2026 | 31/2/2026",
                    "4/13/2026 | 4/13/2026",
                    "tomorrow | tomorrow"
                })
        void repairs_shouldReadDatesAsWrittenInTheUk(String entered, String drafted) {
            assertThat(Drafting.repairs(Map.of("startDate", entered)).startDate())
                    .contains(drafted);
        }

        @ParameterizedTest
        @CsvSource({"9:00,09:00", "09:00,09:00", "' 17:30 ',17:30", "9am,9am"})
        void repairs_shouldReadTimes(String entered, String drafted) {
            assertThat(Drafting.repairs(Map.of("cancellation.cutOff", entered))
                            .cancellation()
                            .flatMap(draft -> draft.cutOff()))
                    .contains(drafted);
        }

        @Test
        void repairs_shouldBeRefusedFieldByField_whenNothingWasEntered() {
            assertThat(Drafting.repairs(Map.of()).check().findings())
                    .extracting(FieldProblem::field)
                    .contains("cancellation.enabled", "cancellation.noticeDays", "cancellation.contactLine")
                    .doesNotContain("startDate");
        }
    }

    @Nested
    class Connection {
        @Test
        void connection_shouldKeepThePassword_whenItIsLeftBlank() {
            assertThat(Drafting.connection(Map.of("enabled", "true", "password", ""))
                            .password())
                    .isEmpty();
        }

        @Test
        void connection_shouldTakeThePasswordAsItIs_whenItIsEntered() {
            assertThat(Drafting.connection(Map.of("password", " two words ")).password())
                    .contains(Secret.of(" two words "));
        }

        @Test
        void connection_shouldNotGuess_whenTheChoiceIsNone() {
            assertThat(Drafting.connection(Map.of("enabled", "maybe")).enabled())
                    .isEqualTo(Optional.empty());
        }
    }

    @Nested
    class Refresh {
        @ParameterizedTest
        @CsvSource({"15,15", "' 20 ',20", "007,7"})
        void refresh_shouldReadWholeNumbers(String entered, int minutes) {
            assertThat(Drafting.refresh(Map.of("repairsMinutes", entered)).repairsMinutes())
                    .contains(minutes);
        }

        @ParameterizedTest
        @CsvSource({"''", "1.5", "-1", "ten", "99999999999"})
        void refresh_shouldReadNothing_whenItIsNoWholeNumber(String entered) {
            assertThat(Drafting.refresh(Map.of("repairsMinutes", entered)).repairsMinutes())
                    .isEmpty();
        }
    }

    @Nested
    class Entries {
        @Test
        void errors_shouldPointAtTheirFields_inWordsOfThisPage() {
            Map<String, String> values = new HashMap<>(Settings.repairsValues(IntegrationSettings.DEFAULT));
            values.put("startDate", "31/2/2026");
            values.put("cancellation.cutOff", "25:00");
            Entry entry = new Entry(
                    Section.REPAIRS, values, Drafting.repairs(values).check().findings());

            assertThat(entry.errors())
                    .extracting(error -> error.target() + ": " + error.message())
                    .containsExactlyInAnyOrder(
                            "startDate: Enter the repairs start date as a real date, such as 1/4/2026",
                            "cancellation-cutOff: Enter the cut-off time as a time, such as 09:00 or 17:30");
            assertThat(entry.field("startDate").value()).isEqualTo("31/2/2026");
        }
    }
}
