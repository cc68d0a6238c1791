package uk.co.tenantwise.cx.domain.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.co.tenantwise.cx.domain.sample.RepairSample.aRepair;
import static uk.co.tenantwise.cx.domain.sample.VisitSample.anInspection;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.visibility.VisibilityPolicy;
import uk.co.tenantwise.cx.domain.visibility.VisibleRepairs;

class RepairsSnapshotTest {
    private static final Instant RETRIEVED = Instant.parse("2026-11-25T10:00:00Z");

    private final VisibleRepairs retrieved = new VisibleRepairs(
            List.of(aRepair().build()), List.of(anInspection().build()));
    private final VisibleRepairs known = new VisibleRepairs(List.of(), List.of());
    private final RepairsSnapshot snapshot =
            new RepairsSnapshot(new ContactReference("CON-1"), VisibilityPolicy.DEFAULT, retrieved, 2, RETRIEVED);

    @Nested
    class IsDue {
        @ParameterizedTest(name = "at {0}: {1}")
        @CsvSource({
            "2026-11-25T09:59:59.999999999Z, yes",
            "2026-11-25T10:00:00Z, no",
            "2026-11-25T10:14:59.999999999Z, no",
            "2026-11-25T10:15:00Z, yes",
        })
        void isDue_shouldHoldFromTheRefreshTimeOn_andBeforeItWasRetrieved(Instant now, String due) {
            assertThat(snapshot.isDue(RefreshPolicy.DEFAULT, now)).isEqualTo(due.equals("yes"));
        }

        @Test
        void isDue_shouldHoldAtOnce_whenItIsAmended() {
            assertThat(snapshot.amendedBy(visible -> visible).isDue(RefreshPolicy.DEFAULT, RETRIEVED))
                    .isTrue();
        }
    }

    @Nested
    class AmendedBy {
        @Test
        void amendedBy_shouldChangeWhatIsVisibleAndNothingElse_whenSomethingIsKnown() {
            RepairsSnapshot amended = snapshot.amendedBy(visible -> visible.equals(retrieved) ? known : visible);

            assertThat(amended)
                    .isEqualTo(new RepairsSnapshot(
                            snapshot.contact(), VisibilityPolicy.DEFAULT, known, 2, RETRIEVED, true));
            assertThat(snapshot.amended()).isFalse();
        }
    }
}
