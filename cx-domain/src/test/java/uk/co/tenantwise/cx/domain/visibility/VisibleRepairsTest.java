package uk.co.tenantwise.cx.domain.visibility;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.co.tenantwise.cx.domain.sample.RepairSample.aRepair;
import static uk.co.tenantwise.cx.domain.sample.VisitSample.aVisit;
import static uk.co.tenantwise.cx.domain.sample.VisitSample.anInspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import uk.co.tenantwise.cx.domain.cancellation.CancellationSubject.SingleVisit;
import uk.co.tenantwise.cx.domain.cancellation.CancellationSubject.WholeRepair;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.AppointmentTarget;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.RepairTarget;
import uk.co.tenantwise.cx.domain.repair.Appointment;
import uk.co.tenantwise.cx.domain.repair.AppointmentId;
import uk.co.tenantwise.cx.domain.repair.Repair;
import uk.co.tenantwise.cx.domain.repair.RepairReference;

class VisibleRepairsTest {
    private final Appointment visit = aVisit().called("A-2").of("R-2").build();
    private final Repair repair = aRepair().called("R-2").with(visit);
    private final Appointment inspection = anInspection().build();
    private final Appointment orphan = aVisit().called("A-3").of("NOT-RETURNED").build();
    private final VisibleRepairs visible =
            new VisibleRepairs(List.of(aRepair().build(), repair), List.of(inspection, orphan));

    @Nested
    class Find {
        @Test
        void find_shouldGiveTheRepair_whenItIsVisible() {
            assertThat(visible.find(repair("R-2"))).contains(new WholeRepair(repair));
            assertThat(visible.find(repair("R-1")))
                    .contains(new WholeRepair(aRepair().build()));
        }

        @Test
        void find_shouldGiveTheVisitWithItsRepair_whenItHasOne() {
            assertThat(visible.find(visit("A-2"))).contains(new SingleVisit(visit, Optional.of(repair)));
        }

        @Test
        void find_shouldGiveTheVisitAlone_whenItsRepairIsNoneOrNotReturned() {
            assertThat(visible.find(visit("I-1"))).contains(new SingleVisit(inspection, Optional.empty()));
            assertThat(visible.find(visit("A-3"))).contains(new SingleVisit(orphan, Optional.empty()));
        }

        @Test
        void find_shouldBeEmpty_whenNothingVisibleHasThatIdentity() {
            assertThat(visible.find(repair("r-2"))).isEmpty();
            assertThat(visible.find(visit("A-1"))).isEmpty();
            assertThat(visible.find(repair("A-2"))).isEmpty();
            assertThat(visible.find(visit("R-2"))).isEmpty();
        }

        private CancellationTarget repair(String reference) {
            return new RepairTarget(new RepairReference(reference));
        }

        private CancellationTarget visit(String id) {
            return new AppointmentTarget(new AppointmentId(id));
        }
    }

    @Nested
    class Constructor {
        @Test
        void constructor_shouldCopy_whenTheListsChangeLater() {
            List<Repair> repairs = new ArrayList<>(List.of(repair));
            List<Appointment> appointments = new ArrayList<>(List.of(inspection));
            VisibleRepairs copied = new VisibleRepairs(repairs, appointments);

            repairs.clear();
            appointments.clear();

            assertThat(copied).isEqualTo(new VisibleRepairs(List.of(repair), List.of(inspection)));
        }
    }
}
