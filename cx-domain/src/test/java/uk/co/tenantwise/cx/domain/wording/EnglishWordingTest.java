package uk.co.tenantwise.cx.domain.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.co.tenantwise.cx.domain.cancellation.CancellationDecision.SubjectKind.APPOINTMENT;
import static uk.co.tenantwise.cx.domain.cancellation.CancellationDecision.SubjectKind.REPAIR;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision.Allowed;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision.Refused;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.cancellation.RefusalReason;

class EnglishWordingTest {
    private static final Optional<Instant> DEADLINE = Optional.of(Instant.parse("2026-12-09T00:00:00Z"));
    private static final String CONTACT = "Ring the repairs desk.";

    @Nested
    class Until {
        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource({
            "2026-12-09T00:00Z, until the end of Tuesday 8 December",
            "2027-01-01T00:00Z, until the end of Thursday 31 December",
            "2028-03-01T00:00Z, until the end of Tuesday 29 February",
            "2026-07-15T00:00+01:00, until the end of Tuesday 14 July",
            "2026-03-30T00:00+01:00, until the end of Sunday 29 March",
            "2026-10-26T00:00Z, until the end of Sunday 25 October",
            "2026-12-09T00:01Z, until 12:01am on Wednesday 9 December",
            "2026-12-09T00:30Z, until 12:30am on Wednesday 9 December",
            "2026-12-09T01:00Z, until 1am on Wednesday 9 December",
            "2026-12-09T09:00Z, until 9am on Wednesday 9 December",
            "2026-12-09T09:05Z, until 9:05am on Wednesday 9 December",
            "2026-12-09T11:59Z, until 11:59am on Wednesday 9 December",
            "2026-12-09T12:00Z, until midday on Wednesday 9 December",
            "2026-12-09T12:30Z, until 12:30pm on Wednesday 9 December",
            "2026-12-09T13:00Z, until 1pm on Wednesday 9 December",
            "2026-12-09T15:45Z, until 3:45pm on Wednesday 9 December",
            "2026-12-09T23:59Z, until 11:59pm on Wednesday 9 December",
            "2026-07-15T11:00Z, until midday on Wednesday 15 July",
            "2026-10-25T00:30Z, until 1:30am on Sunday 25 October",
            "2026-03-29T01:30Z, until 2:30am on Sunday 29 March",
        })
        void until_shouldBeAsPeopleSayIt_whenTheDeadlineIs(OffsetDateTime deadline, String said) {
            assertThat(Wording.ENGLISH.until(deadline.toInstant())).isEqualTo(said);
        }
    }

    @Nested
    class OfDecision {
        @Test
        void of_shouldSayUntilWhen_whenAllowed() {
            assertThat(say(new Allowed(REPAIR, DEADLINE)))
                    .isEqualTo("You can cancel this repair until the end of Tuesday 8 December.");
            assertThat(say(new Allowed(APPOINTMENT, DEADLINE)))
                    .isEqualTo("You can cancel this visit until the end of Tuesday 8 December.");
        }

        @Test
        void of_shouldNameNoTime_whenAllowedWithoutNotice() {
            assertThat(say(new Allowed(REPAIR, Optional.empty()))).isEqualTo("You can cancel this repair.");
            assertThat(say(new Allowed(APPOINTMENT, Optional.empty()))).isEqualTo("You can cancel this visit.");
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(delimiter = '|', textBlock = """
            CANCELLATION_DISABLED  | Your landlord does not offer cancelling online.
            ALREADY_CANCELLED      | This _ is already cancelled.
            REPAIR_CLOSED          | The work is finished, so this _ can no longer be cancelled.
            WORK_STARTED           | Work has started, so this _ cannot be cancelled online.
            STATUS_UNKNOWN         | We cannot tell how far the work has got, so this _ cannot be cancelled online.
            INVOICED               | Work has already been charged for, so this _ cannot be cancelled online.
            APPOINTMENT_NOT_BOOKED | This visit is not booked, so there is nothing to cancel.
            DATA_INCOMPLETE        | Some dates are missing from your landlord's records, so this _ cannot be cancelled online.
            APPOINTMENT_STARTED    | The visit was due to start already, so it is too late to cancel online.
            NOTICE_TOO_SHORT       | It is too late to cancel this _ online.
            """)
        void of_shouldSayWhy_whenRefused(RefusalReason reason, String sentence) {
            String ofRepair = sentence.replace("_", "repair");
            String ofVisit = sentence.replace("_", "visit");

            assertThat(say(new Refused(REPAIR, reason, Optional.empty(), ""))).isEqualTo(ofRepair);
            assertThat(say(new Refused(APPOINTMENT, reason, Optional.empty(), "")))
                    .isEqualTo(ofVisit);
        }

        @ParameterizedTest
        @EnumSource
        void of_shouldEndWithTheContactLine_whenRefused(RefusalReason reason) {
            String alone = say(new Refused(REPAIR, reason, Optional.empty(), ""));

            assertThat(say(new Refused(REPAIR, reason, Optional.empty(), " Ring the repairs desk.\n")))
                    .isEqualTo(alone + " Ring the repairs desk.");
            assertThat(say(new Refused(REPAIR, reason, Optional.empty(), "  "))).isEqualTo(alone);
        }

        @Test
        void of_shouldSayWhenItWasPossible_whenNoticeIsTooShort() {
            assertThat(say(new Refused(APPOINTMENT, RefusalReason.NOTICE_TOO_SHORT, DEADLINE, CONTACT)))
                    .isEqualTo("It is too late to cancel this visit online: that was possible until the end of"
                            + " Tuesday 8 December. Ring the repairs desk.");
        }

        @Test
        void message_shouldBeTheSameSentence_whenTheDecisionIsAsked() {
            CancellationDecision decision = new Refused(REPAIR, RefusalReason.NOTICE_TOO_SHORT, DEADLINE, CONTACT);

            assertThat(decision.message()).isEqualTo(say(decision)).startsWith("It is too late");
        }

        private String say(CancellationDecision decision) {
            return Wording.ENGLISH.of(decision);
        }
    }

    @Nested
    class OfOutcome {
        @Test
        void of_shouldSayThatItIsDone_whenCancelled() {
            CancellationOutcome outcome = new CancellationOutcome.Cancelled();

            assertThat(ofRepair(outcome)).isEqualTo("This repair has been cancelled.");
            assertThat(ofVisit(outcome)).isEqualTo("This visit has been cancelled.");
        }

        @Test
        void of_shouldSayThatItWasDone_whenAlreadyCancelled() {
            CancellationOutcome outcome = new CancellationOutcome.AlreadyCancelled();

            assertThat(ofRepair(outcome)).isEqualTo("This repair was already cancelled.");
            assertThat(ofVisit(outcome)).isEqualTo("This visit was already cancelled.");
        }

        @Test
        void of_shouldSayThatWeAreChecking_whenUnknown() {
            CancellationOutcome outcome = new CancellationOutcome.Unknown();

            assertThat(ofRepair(outcome))
                    .isEqualTo("We are checking with your landlord whether this repair has been cancelled.");
            assertThat(ofVisit(outcome))
                    .isEqualTo("We are checking with your landlord whether this visit has been cancelled.");
        }

        @ParameterizedTest
        @EnumSource
        void of_shouldSayWhatTheDecisionSays_whenRefusedByOurRule(RefusalReason reason) {
            assertThat(ofVisit(new CancellationOutcome.Refused(reason)))
                    .isEqualTo(Wording.ENGLISH.of(new Refused(APPOINTMENT, reason, Optional.empty(), CONTACT)))
                    .endsWith(" Ring the repairs desk.");
        }

        @Test
        void of_shouldPassOnWhatCxSaid_whenRefusedByCx() {
            assertThat(ofRepair(new CancellationOutcome.RefusedByCx(" Order is locked. ")))
                    .isEqualTo("Your landlord's system did not cancel this repair: Order is locked."
                            + " Ring the repairs desk.");
            assertThat(ofVisit(new CancellationOutcome.RefusedByCx(" ")))
                    .isEqualTo("Your landlord's system did not cancel this visit. Ring the repairs desk.");
        }

        private String ofRepair(CancellationOutcome outcome) {
            return Wording.ENGLISH.of(outcome, REPAIR, CONTACT);
        }

        private String ofVisit(CancellationOutcome outcome) {
            return Wording.ENGLISH.of(outcome, APPOINTMENT, CONTACT);
        }
    }
}
