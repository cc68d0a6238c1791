package uk.co.tenantwise.cx.domain.visibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static uk.co.tenantwise.cx.domain.sample.RepairSample.aRepair;
import static uk.co.tenantwise.cx.domain.sample.VisitSample.aVisit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.co.tenantwise.cx.domain.repair.Appointment;
import uk.co.tenantwise.cx.domain.repair.Repair;

class VisibilityPropertiesTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

    @Test
    void limit_shouldShowNoMore_whenTheStartDateIsLater() {
        qt().withFixedSeed(20261209L)
                .withExamples(300)
                .forAll(
                        lists().of(integers().between(0, 60)).ofSizeBetween(0, 12),
                        integers().between(0, 60),
                        integers().between(0, 60))
                .checkAssert((createdOn, startDate, later) -> {
                    List<Repair> repairs = new ArrayList<>();
                    List<Appointment> visits = new ArrayList<>();
                    for (int i = 0; i < createdOn.size(); i++) {
                        repairs.add(aRepair()
                                .called("R-" + i)
                                .createdOn(FIRST_DAY.plusDays(createdOn.get(i)).toString())
                                .build());
                        visits.add(aVisit().called("A-" + i).of("R-" + i).build());
                    }

                    VisibleRepairs more = from(startDate).limit(repairs, visits);
                    VisibleRepairs fewer = from(startDate + later).limit(repairs, visits);

                    assertThat(more.repairs()).containsAll(fewer.repairs());
                    assertThat(VisibilityPolicy.DEFAULT.limit(repairs, visits).repairs())
                            .containsAll(more.repairs())
                            .hasSameSizeAs(createdOn);
                    assertThat(more.repairs())
                            .hasSize((int) createdOn.stream()
                                    .filter(day -> day >= startDate)
                                    .count())
                            .allSatisfy(
                                    repair -> assertThat(repair.appointments()).hasSize(1));
                    assertThat(more.appointments()).isEmpty();
                });
    }

    private static VisibilityPolicy from(int day) {
        return new VisibilityPolicy(Optional.of(FIRST_DAY.plusDays(day)));
    }
}
