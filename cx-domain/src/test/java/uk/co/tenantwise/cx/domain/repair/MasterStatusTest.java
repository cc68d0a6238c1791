package uk.co.tenantwise.cx.domain.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MasterStatusTest {
    @Nested
    class Parse {
        /** The codes of the contract and the stages of rule R5, in its words. */
        @ParameterizedTest(name = "{0} is {1}, {2}")
        @CsvSource({
            "Entered, ENTERED, CANCELLABLE",
            "Open, OPEN, CANCELLABLE",
            "AwaitingAuthorisation, AWAITING_AUTHORISATION, CANCELLABLE",
            "AwaitingPreInspection, AWAITING_PRE_INSPECTION, CANCELLABLE",
            "Issued, ISSUED, CANCELLABLE",
            "OnHold, ON_HOLD, CANCELLABLE",
            "WorkInProgress, WORK_IN_PROGRESS, STARTED",
            "PartiallyComplete, PARTIALLY_COMPLETE, STARTED",
            "Varied, VARIED, STARTED",
            "AwaitingVariationAuthorisation, AWAITING_VARIATION_AUTHORISATION, STARTED",
            "Complete, COMPLETE, CLOSED",
            "FullyInvoiced, FULLY_INVOICED, CLOSED",
            "Cancelled, CANCELLED, CANCELLED",
        })
        void parse_shouldKnowTheCode_whenItIsOfTheContract(String code, MasterStatus status, MasterStatus.Stage stage) {
            assertThat(MasterStatus.parse(code)).isEqualTo(status);
            assertThat(status.code()).isEqualTo(code);
            assertThat(status.stage()).isEqualTo(stage);
        }

        @ParameterizedTest
        @EnumSource
        void parse_shouldIgnoreCaseAndSpaces_whenSitesSpellItTheirWay(MasterStatus status) {
            String code = status.code();

            assertThat(MasterStatus.parse(code.toUpperCase(Locale.ROOT))).isEqualTo(status);
            assertThat(MasterStatus.parse(code.toLowerCase(Locale.ROOT))).isEqualTo(status);
            assertThat(MasterStatus.parse(" " + code.replaceAll("([a-z])([A-Z])", "$1 \t$2") + "\n"))
                    .isEqualTo(status);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", " ", "Unknown", "Opened", "Issue", "Work-In-Progress", "Can\u0000celled", "0", "null"})
        void parse_shouldBeUnknown_whenTheCodeIsNotRecognised(String code) {
            assertThat(MasterStatus.parse(code)).isEqualTo(MasterStatus.UNKNOWN);
        }
    }

    @Nested
    class StageOf {
        @Test
        void stage_shouldPromiseNothing_whenTheStatusIsUnknown() {
            assertThat(MasterStatus.UNKNOWN.stage()).isEqualTo(MasterStatus.Stage.UNKNOWN);
        }
    }
}
