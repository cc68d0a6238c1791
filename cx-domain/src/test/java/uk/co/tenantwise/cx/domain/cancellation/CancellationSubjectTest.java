package uk.co.tenantwise.cx.domain.cancellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static uk.co.tenantwise.cx.domain.sample.RepairSample.aRepair;
import static uk.co.tenantwise.cx.domain.sample.VisitSample.aVisit;
import static uk.co.tenantwise.cx.domain.sample.VisitSample.anInspection;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision.SubjectKind;
import uk.co.tenantwise.cx.domain.cancellation.CancellationSubject.SingleVisit;
import uk.co.tenantwise.cx.domain.cancellation.CancellationSubject.WholeRepair;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.AppointmentTarget;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.RepairTarget;
import uk.co.tenantwise.cx.domain.repair.Appointment;
import uk.co.tenantwise.cx.domain.repair.AppointmentId;
import uk.co.tenantwise.cx.domain.repair.Repair;
import uk.co.tenantwise.cx.domain.repair.RepairReference;

class CancellationSubjectTest {
    private final Appointment visit = aVisit().build();
    private final Repair repair = aRepair().with(visit, aVisit().called("A-2").build());

    @Nested
    class OfARepair {
        @Test
        void wholeRepair_shouldConcernAllItsVisits() {
            CancellationSubject subject = new WholeRepair(repair);

            assertThat(subject.kind()).isEqualTo(SubjectKind.REPAIR);
            assertThat(subject.repair()).contains(repair);
            assertThat(subject.visits()).isEqualTo(repair.appointments());
        }

        @Test
        void isCancelled_shouldFollowTheRepair_andNotItsVisits() {
            Appointment cancelled = aVisit().inStatus("Cancelled").build();

            assertThat(new WholeRepair(aRepair().inStatus("Cancelled").build()).isCancelled())
                    .isTrue();
            assertThat(new WholeRepair(aRepair().with(cancelled)).isCancelled()).isFalse();
        }

        @Test
        void cancelled_shouldCancelItAndItsBookedVisits_whenOthersTookPlace() {
            Appointment done = aVisit().called("A-0").inStatus("Completed").build();

            assertThat(new WholeRepair(aRepair().with(done, visit)).cancelled())
                    .isEqualTo(new WholeRepair(aRepair()
                            .inStatus("Cancelled")
                            .with(done, aVisit().inStatus("Cancelled").build())));
        }
    }

    @Nested
    class OfAVisit {
        @Test
        void singleVisit_shouldConcernThatVisitOnly() {
            CancellationSubject subject = new SingleVisit(visit, Optional.of(repair));

            assertThat(subject.kind()).isEqualTo(SubjectKind.APPOINTMENT);
            assertThat(subject.repair()).contains(repair);
            assertThat(subject.visits()).containsExactly(visit);
        }

        @Test
        void constructor_shouldRefuse_whenTheRepairIsAnother() {
            Optional<Repair> other = Optional.of(aRepair().called("R-2").build());

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new SingleVisit(visit, other))
                    .withMessage("appointment A-1 must belong to repair R-2");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new SingleVisit(anInspection().build(), other))
                    .withMessage("appointment I-1 must belong to repair R-2");
        }

        @ParameterizedTest(name = "visit {0}, repair {1}: {2}")
        @CsvSource({
            "Booked, Issued, no",
            "Cancelled, Issued, yes",
            "Booked, Cancelled, yes",
            "Cancelled, Cancelled, yes",
            "Completed, Complete, no",
        })
        void isCancelled_shouldBeTrue_whenTheVisitOrItsRepairIs(String ofVisit, String ofRepair, String cancelled) {
            Appointment single = aVisit().inStatus(ofVisit).build();
            Repair its = aRepair().inStatus(ofRepair).build();

            assertThat(new SingleVisit(single, Optional.of(its)).isCancelled()).isEqualTo(cancelled.equals("yes"));
        }

        @Test
        void cancelled_shouldCancelThatVisitOnly_whenItsRepairHasOthers() {
            Appointment gone = aVisit().inStatus("Cancelled").build();

            assertThat(new SingleVisit(visit, Optional.of(repair)).cancelled())
                    .isEqualTo(new SingleVisit(
                            gone,
                            Optional.of(
                                    aRepair().with(gone, aVisit().called("A-2").build()))));
            assertThat(new SingleVisit(visit, Optional.empty()).cancelled())
                    .isEqualTo(new SingleVisit(gone, Optional.empty()));
        }

        @Test
        void isOrphan_shouldBeTrue_onlyWhenItsRepairWasNotReturned() {
            assertThat(new SingleVisit(visit, Optional.empty()).isOrphan()).isTrue();
            assertThat(new SingleVisit(visit, Optional.of(repair)).isOrphan()).isFalse();
            assertThat(new SingleVisit(anInspection().build(), Optional.empty()).isOrphan())
                    .isFalse();
        }
    }

    @Nested
    class Target {
        @Test
        void text_shouldBeTheIdentity_whenWritten() {
            assertThat(new RepairTarget(new RepairReference("R/1")).text()).isEqualTo("R/1");
            assertThat(new AppointmentTarget(new AppointmentId("A 1")).text()).isEqualTo("A 1");
        }
    }
}
