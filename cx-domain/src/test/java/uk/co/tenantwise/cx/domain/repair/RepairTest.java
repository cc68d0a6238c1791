package uk.co.tenantwise.cx.domain.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static uk.co.tenantwise.cx.domain.sample.RepairSample.aRepair;
import static uk.co.tenantwise.cx.domain.sample.VisitSample.aVisit;
import static uk.co.tenantwise.cx.domain.sample.VisitSample.anInspection;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RepairTest {
    @Nested
    class Constructor {
        @Test
        void constructor_shouldRefuse_whenAVisitBelongsToAnotherRepair() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> aRepair()
                            .with(
                                    aVisit().build(),
                                    aVisit().called("A-2").of("R-2").build()))
                    .withMessage("appointment A-2 must belong to repair R-1");
        }

        @Test
        void constructor_shouldRefuse_whenAVisitBelongsToNoRepair() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> aRepair().with(anInspection().build()))
                    .withMessage("appointment I-1 must belong to repair R-1");
        }
    }

    @Nested
    class WithAppointments {
        @Test
        void withAppointments_shouldReplaceVisitsAndNothingElse_whenGivenOthers() {
            Repair repair = aRepair().invoiced().with(aVisit().build());
            Appointment other = aVisit().called("A-2").build();

            Repair changed = repair.withAppointments(List.of(other));

            assertThat(changed).isEqualTo(aRepair().invoiced().with(other));
            assertThat(repair.appointments()).containsExactly(aVisit().build());
        }

        @Test
        void withAppointments_shouldCopy_whenTheListChangesLater() {
            List<Appointment> visits = new ArrayList<>(List.of(aVisit().build()));
            Repair repair = aRepair().build().withAppointments(visits);

            visits.clear();

            assertThat(repair.appointments()).hasSize(1);
        }
    }

    @Nested
    class IsOf {
        @Test
        void isOf_shouldBeTrue_onlyForItsOwnRepair() {
            assertThat(aVisit().build().isOf(new RepairReference("R-1"))).isTrue();
            assertThat(aVisit().build().isOf(new RepairReference("r-1"))).isFalse();
            assertThat(anInspection().build().isOf(new RepairReference("R-1"))).isFalse();
        }
    }
}
