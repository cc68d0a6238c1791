package uk.co.tenantwise.cx.domain.cancellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static uk.co.tenantwise.cx.domain.cancellation.RefusalReason.*;
import static uk.co.tenantwise.cx.domain.sample.RepairSample.aRepair;
import static uk.co.tenantwise.cx.domain.sample.VisitSample.aVisit;
import static uk.co.tenantwise.cx.domain.sample.VisitSample.anInspection;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision.Allowed;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision.Refused;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision.SubjectKind;
import uk.co.tenantwise.cx.domain.cancellation.CancellationSubject.SingleVisit;
import uk.co.tenantwise.cx.domain.cancellation.CancellationSubject.WholeRepair;
import uk.co.tenantwise.cx.domain.repair.Appointment;
import uk.co.tenantwise.cx.domain.repair.Repair;
import uk.co.tenantwise.cx.domain.sample.RepairSample;
import uk.co.tenantwise.cx.domain.sample.VisitSample;

/** The states that rule R5 looks at, and their order. Times have a test of their own. */
class CancellationPolicyTest {
    private static final Instant NOW = Instant.parse("2026-12-05T12:00:00Z");
    private static final Optional<Instant> DEADLINE = Optional.of(Instant.parse("2026-12-09T00:00:00Z"));
    private static final CancellationPolicy POLICY =
            new CancellationPolicy(true, NoticePolicy.DEFAULT, "Ring the repairs desk.");

    @Nested
    class ByStatusOfTheRepair {
        @ParameterizedTest(name = "''{0}'': {1}")
        @CsvSource({
            "Entered, ALLOWED",
            "Open, ALLOWED",
            "AwaitingAuthorisation, ALLOWED",
            "AwaitingPreInspection, ALLOWED",
            "Issued, ALLOWED",
            "OnHold, ALLOWED",
            "WorkInProgress, WORK_STARTED",
            "PartiallyComplete, WORK_STARTED",
            "Varied, WORK_STARTED",
            "AwaitingVariationAuthorisation, WORK_STARTED",
            "Complete, REPAIR_CLOSED",
            "FullyInvoiced, REPAIR_CLOSED",
            "Cancelled, ALREADY_CANCELLED",
            "Awaiting Unicorn, STATUS_UNKNOWN",
            "'', STATUS_UNKNOWN",
        })
        void decide_shouldBeTheSameForRepairAndVisit_whenTheStatusIs(String code, String verdict) {
            Appointment visit = aVisit().build();
            Repair repair = aRepair().inStatus(code).with(visit);
            Optional<Instant> cancelBy = verdict.equals("ALLOWED") ? DEADLINE : Optional.empty();

            CancellationDecision ofRepair = decide(new WholeRepair(repair));
            CancellationDecision ofVisit = decide(new SingleVisit(visit, Optional.of(repair)));

            assertThat(Words.verdict(ofRepair)).isEqualTo(verdict);
            assertThat(ofRepair.subject()).isEqualTo(SubjectKind.REPAIR);
            assertThat(ofRepair.cancelBy()).isEqualTo(cancelBy);
            assertThat(Words.verdict(ofVisit)).isEqualTo(verdict);
            assertThat(ofVisit.subject()).isEqualTo(SubjectKind.APPOINTMENT);
            assertThat(ofVisit.cancelBy()).isEqualTo(cancelBy);
        }
    }

    @Nested
    class ByStatusOfTheVisit {
        @ParameterizedTest(name = "''{0}'': {1}")
        @CsvSource({
            "Booked, ALLOWED, ALLOWED, STATUS_UNKNOWN",
            "' bOOKED', ALLOWED, ALLOWED, STATUS_UNKNOWN",
            "Cancelled, ALREADY_CANCELLED, ALREADY_CANCELLED, ALREADY_CANCELLED",
            "CANCELLED, ALREADY_CANCELLED, ALREADY_CANCELLED, ALREADY_CANCELLED",
            "Completed, APPOINTMENT_NOT_BOOKED, APPOINTMENT_NOT_BOOKED, STATUS_UNKNOWN",
            "No access, APPOINTMENT_NOT_BOOKED, APPOINTMENT_NOT_BOOKED, STATUS_UNKNOWN",
            "'', APPOINTMENT_NOT_BOOKED, APPOINTMENT_NOT_BOOKED, STATUS_UNKNOWN",
        })
        void decide_shouldLookAtTheVisit_whenOneVisitIsConcerned(
                String status, String ofARepair, String ofNoRepair, String ofOneNotReturned) {
            Appointment visit = aVisit().inStatus(status).build();
            Appointment inspection = anInspection().inStatus(status).build();

            assertThat(verdict(new SingleVisit(visit, Optional.of(aRepair().with(visit)))))
                    .isEqualTo(ofARepair);
            assertThat(verdict(new SingleVisit(inspection, Optional.empty()))).isEqualTo(ofNoRepair);
            assertThat(verdict(new SingleVisit(visit, Optional.empty()))).isEqualTo(ofOneNotReturned);
        }

        @Test
        void decide_shouldOnlyLookAtThatVisit_whenAnotherOneHasStarted() {
            Appointment visit = aVisit().build();
            Repair repair = aRepair()
                    .with(visit, aVisit().called("A-2").at("2026-12-05T11:00Z").build());

            assertThat(decide(new SingleVisit(visit, Optional.of(repair))))
                    .isEqualTo(new Allowed(SubjectKind.APPOINTMENT, DEADLINE));
            assertThat(verdict(new WholeRepair(repair))).isEqualTo("APPOINTMENT_STARTED");
        }
    }

    @Nested
    class MissingDates {
        @Test
        void decide_shouldBeIncomplete_whenTheRepairHasNoCreationDate() {
            Appointment visit = aVisit().build();
            RepairSample undated = aRepair().withoutCreationDate();

            assertThat(verdict(new WholeRepair(undated.build()))).isEqualTo("DATA_INCOMPLETE");
            assertThat(verdict(new SingleVisit(visit, Optional.of(undated.with(visit)))))
                    .isEqualTo("DATA_INCOMPLETE");
        }

        @Test
        void decide_shouldBeIncomplete_whenTheVisitHasNoStart() {
            assertThat(decide(new SingleVisit(anInspection().withoutStart().build(), Optional.empty())))
                    .isEqualTo(new Refused(
                            SubjectKind.APPOINTMENT, DATA_INCOMPLETE, Optional.empty(), "Ring the repairs desk."));
            assertThat(verdict(of(aRepair(), aVisit().withoutStart()))).isEqualTo("DATA_INCOMPLETE");
        }
    }

    @Nested
    class Order {
        /**
         * Each row has both troubles. The stages of a repair's status exclude each other, so that two rows with what comes
         * next stand in for REPAIR_CLOSED before WORK_STARTED before STATUS_UNKNOWN.
         */
        @ParameterizedTest
        @MethodSource("uk.co.tenantwise.cx.domain.cancellation.CancellationPolicyTest#pairs")
        void decide_shouldGiveTheFirstReason_whenTwoApply(
                boolean enabled, CancellationSubject subject, RefusalReason first) {
            CancellationPolicy policy = new CancellationPolicy(enabled, NoticePolicy.DEFAULT, "");

            assertThat(Words.verdict(policy.decide(subject, NOW, ListedBankHolidays.NONE)))
                    .isEqualTo(first.name());
        }
    }

    static Stream<Arguments> pairs() {
        return Stream.of(
                row("disabled and cancelled", false, of(aRepair().inStatus("Cancelled")), CANCELLATION_DISABLED),
                row(
                        "disabled and a cancelled visit",
                        false,
                        of(aRepair(), aVisit().inStatus("Cancelled")),
                        CANCELLATION_DISABLED),
                row(
                        "a cancelled visit of a closed repair",
                        true,
                        of(aRepair().inStatus("Complete"), aVisit().inStatus("Cancelled")),
                        ALREADY_CANCELLED),
                row(
                        "a visit not booked of a cancelled repair",
                        true,
                        of(aRepair().inStatus("Cancelled"), aVisit().inStatus("Completed")),
                        ALREADY_CANCELLED),
                row(
                        "closed and invoiced",
                        true,
                        of(aRepair().inStatus("FullyInvoiced").invoiced()),
                        REPAIR_CLOSED),
                row(
                        "started and invoiced",
                        true,
                        of(aRepair().inStatus("WorkInProgress").invoiced()),
                        WORK_STARTED),
                row(
                        "unknown and invoiced",
                        true,
                        of(aRepair().inStatus("Unicorn").invoiced()),
                        STATUS_UNKNOWN),
                row(
                        "a visit not booked of a repair not returned",
                        true,
                        new SingleVisit(aVisit().inStatus("Completed").build(), Optional.empty()),
                        STATUS_UNKNOWN),
                row(
                        "a visit not booked of an invoiced repair",
                        true,
                        of(aRepair().invoiced(), aVisit().inStatus("Completed")),
                        INVOICED),
                row(
                        "not booked and without a start",
                        true,
                        of(aRepair(), aVisit().inStatus("Completed").withoutStart()),
                        APPOINTMENT_NOT_BOOKED),
                row(
                        "a repair without creation date whose visit has started",
                        true,
                        of(aRepair().withoutCreationDate(), aVisit().at("2026-12-05T11:00Z")),
                        DATA_INCOMPLETE),
                row(
                        "a repair with a started visit and one without a start",
                        true,
                        new WholeRepair(aRepair()
                                .with(
                                        aVisit().at("2026-12-05T11:00Z").build(),
                                        aVisit().called("A-2").withoutStart().build())),
                        DATA_INCOMPLETE),
                row(
                        "started, so that the time for notice is over too",
                        true,
                        of(aRepair(), aVisit().at("2026-12-05T11:00Z")),
                        APPOINTMENT_STARTED),
                row(
                        "the time for notice is over",
                        true,
                        of(aRepair(), aVisit().at("2026-12-05T13:00Z")),
                        NOTICE_TOO_SHORT));
    }

    @Nested
    class Decision {
        @Test
        void decide_shouldCarryTheContactLine_whenRefused() {
            assertThat(decide(of(aRepair().inStatus("Complete"))))
                    .isEqualTo(
                            new Refused(SubjectKind.REPAIR, REPAIR_CLOSED, Optional.empty(), "Ring the repairs desk."));
        }

        @Test
        void allowed_shouldSayWhichItIs_whenAsked() {
            assertThat(decide(of(aRepair())).allowed()).isTrue();
            assertThat(decide(of(aRepair().invoiced())).allowed()).isFalse();
        }

        @Test
        void defaults_shouldAllowAnyTimePriorToTheAppointmentDate() {
            assertThat(CancellationPolicy.DEFAULT).isEqualTo(new CancellationPolicy(true, NoticePolicy.DEFAULT, ""));
        }
    }

    private static Arguments row(String words, boolean enabled, CancellationSubject subject, RefusalReason expected) {
        return argumentSet(words, enabled, subject, expected);
    }

    private static CancellationSubject of(RepairSample repair) {
        return new WholeRepair(repair.build());
    }

    private static CancellationSubject of(RepairSample repair, VisitSample visit) {
        return new SingleVisit(visit.build(), Optional.of(repair.with(visit.build())));
    }

    private static CancellationDecision decide(CancellationSubject subject) {
        return POLICY.decide(subject, NOW, ListedBankHolidays.NONE);
    }

    private static String verdict(CancellationSubject subject) {
        return Words.verdict(decide(subject));
    }
}
