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
import uk.co.tenantwise.cx.domain.repair.AppointmentStatus;
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
    }

    @Nested
    class With {
        private final Appointment moved =
                aVisit().called("A-2").of("R-2").at("2026-12-15T09:00Z").build();
        private final Repair begun =
                aRepair().called("R-2").inStatus("WorkInProgress").with(moved);

        @Test
        void with_shouldReplaceTheRepairInItsPlace_whenItIsVisible() {
            assertThat(visible.with(new WholeRepair(begun)))
                    .isEqualTo(new VisibleRepairs(List.of(aRepair().build(), begun), List.of(inspection, orphan)));
        }

        @Test
        void with_shouldReplaceTheVisitAndItsRepair_whenTheVisitHasOne() {
            assertThat(visible.with(new SingleVisit(moved, Optional.of(begun))))
                    .isEqualTo(new VisibleRepairs(List.of(aRepair().build(), begun), List.of(inspection, orphan)));
        }

        @Test
        void with_shouldReplaceTheVisitAlone_whenItIsShownWithoutARepair() {
            Appointment now = anInspection().at("2026-12-15T09:00Z").build();

            assertThat(visible.with(new SingleVisit(now, Optional.empty())))
                    .isEqualTo(new VisibleRepairs(List.of(aRepair().build(), repair), List.of(now, orphan)));
        }

        @Test
        void with_shouldReplaceTheLoneVisit_whenItsRepairHasBecomeKnown() {
            Appointment found = aVisit().called("A-3")
                    .of("NOT-RETURNED")
                    .at("2026-12-15T09:00Z")
                    .build();
            Repair its = aRepair().called("NOT-RETURNED").with(found);

            assertThat(visible.with(new SingleVisit(found, Optional.of(its))))
                    .isEqualTo(new VisibleRepairs(List.of(aRepair().build(), repair), List.of(inspection, found)));
        }

        @Test
        void with_shouldAddNothing_whenItIsNotVisible() {
            assertThat(visible.with(new WholeRepair(aRepair().called("R-9").build())))
                    .isEqualTo(visible);
            assertThat(visible.with(
                            new SingleVisit(aVisit().called("A-9").of("R-9").build(), Optional.empty())))
                    .isEqualTo(visible);
        }
    }

    @Nested
    class AfterCancelling {
        @Test
        void afterCancelling_shouldShowTheRepairAndItsVisitsAsCancelled_whenItIsARepair() {
            assertThat(visible.afterCancelling(repair("R-2")))
                    .isEqualTo(new VisibleRepairs(
                            List.of(
                                    aRepair().build(),
                                    aRepair()
                                            .called("R-2")
                                            .inStatus("Cancelled")
                                            .with(visit.withStatus(AppointmentStatus.CANCELLED))),
                            List.of(inspection, orphan)));
        }

        @Test
        void afterCancelling_shouldShowOneVisitAsCancelled_whenItIsAVisit() {
            assertThat(visible.afterCancelling(visit("A-2")))
                    .isEqualTo(new VisibleRepairs(
                            List.of(
                                    aRepair().build(),
                                    aRepair().called("R-2").with(visit.withStatus(AppointmentStatus.CANCELLED))),
                            List.of(inspection, orphan)));
            assertThat(visible.afterCancelling(visit("I-1")).appointments())
                    .containsExactly(inspection.withStatus(AppointmentStatus.CANCELLED), orphan);
        }

        @Test
        void afterCancelling_shouldChangeNothing_whenNothingVisibleHasThatIdentity() {
            assertThat(visible.afterCancelling(repair("R-9"))).isEqualTo(visible);
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

    private static CancellationTarget repair(String reference) {
        return new RepairTarget(new RepairReference(reference));
    }

    private static CancellationTarget visit(String id) {
        return new AppointmentTarget(new AppointmentId(id));
    }
}
