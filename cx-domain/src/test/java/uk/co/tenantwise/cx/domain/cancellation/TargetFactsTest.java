package uk.co.tenantwise.cx.domain.cancellation;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.co.tenantwise.cx.domain.sample.RepairSample.aRepair;
import static uk.co.tenantwise.cx.domain.sample.VisitSample.aVisit;
import static uk.co.tenantwise.cx.domain.sample.VisitSample.anInspection;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.co.tenantwise.cx.domain.cancellation.CancellationSubject.SingleVisit;
import uk.co.tenantwise.cx.domain.cancellation.CancellationSubject.WholeRepair;
import uk.co.tenantwise.cx.domain.repair.RepairReference;

class TargetFactsTest {
    private static final Optional<RepairReference> REPAIR = Optional.of(new RepairReference("R-1"));

    @Test
    void of_shouldNameTheEarliestBookedVisit_whenARepairHasSeveral() {
        WholeRepair repair = new WholeRepair(aRepair()
                .with(
                        aVisit().called("A-1").at("2026-12-11T09:00Z").build(),
                        aVisit().called("A-2").at("2026-12-10T09:00Z").build(),
                        aVisit().called("A-3")
                                .at("2026-12-01T09:00Z")
                                .inStatus("Completed")
                                .build(),
                        aVisit().called("A-4").withoutStart().build()));

        assertThat(TargetFacts.of(repair))
                .isEqualTo(new TargetFacts(REPAIR, Optional.of(Instant.parse("2026-12-10T09:00:00Z"))));
    }

    @Test
    void of_shouldNameTheRepairAlone_whenItHasNoVisit() {
        assertThat(TargetFacts.of(new WholeRepair(aRepair().build())))
                .isEqualTo(new TargetFacts(REPAIR, Optional.empty()));
    }

    @Test
    void of_shouldNameTheRepairOfAVisit_evenWhenCxDidNotReturnIt() {
        assertThat(TargetFacts.of(
                        new SingleVisit(aVisit().at("2026-12-10T09:00Z").build(), Optional.empty())))
                .isEqualTo(new TargetFacts(REPAIR, Optional.of(Instant.parse("2026-12-10T09:00:00Z"))));
    }

    @Test
    void of_shouldKnowNothing_whenAnInspectionHasNoStart() {
        assertThat(TargetFacts.of(new SingleVisit(anInspection().withoutStart().build(), Optional.empty())))
                .isEqualTo(TargetFacts.NONE);
    }
}
