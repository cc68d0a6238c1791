package uk.co.tenantwise.cx.app.pages.present;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.AppointmentTarget;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.RepairTarget;
import uk.co.tenantwise.cx.domain.cancellation.TargetFacts;
import uk.co.tenantwise.cx.domain.repair.AppointmentId;
import uk.co.tenantwise.cx.domain.repair.RepairReference;
import uk.co.tenantwise.cx.testkit.store.StoreSamples;

class AttemptsTest {
    private static final AppointmentTarget VISIT = new AppointmentTarget(new AppointmentId("95bc0b8e-0408-318d"));
    private static final RepairTarget REPAIR = new RepairTarget(new RepairReference("WO-1"));
    private static final Optional<RepairReference> ITS_REPAIR = Optional.of(new RepairReference("WO-1"));
    private static final Optional<Instant> TEN = Optional.of(Instant.parse("2026-12-09T10:00:00Z"));

    /** Guards against: a planner reads the identity of a visit, and cannot tell where nobody will be in. */
    @Test
    void what_shouldSayWhenAndOfWhichRepair_whenThatIsKnown() {
        assertThat(Attempts.what(attempt(VISIT, ITS_REPAIR, TEN)))
                .isEqualTo("Visit on Wednesday 9 December 2026, 10am, of repair WO-1");
        assertThat(Attempts.what(attempt(VISIT, Optional.empty(), TEN)))
                .isEqualTo("Visit on Wednesday 9 December 2026, 10am");
        assertThat(Attempts.what(attempt(REPAIR, ITS_REPAIR, TEN)))
                .isEqualTo("Repair WO-1, visit on Wednesday 9 December 2026, 10am");
        assertThat(Attempts.what(attempt(REPAIR, ITS_REPAIR, Optional.empty()))).isEqualTo("Repair WO-1");
        assertThat(Attempts.what(attempt(VISIT, Optional.empty(), Optional.empty())))
                .isEqualTo("Visit 95bc0b8e-0408-318d");
    }

    private static CancellationAttempt attempt(
            CancellationTarget target, Optional<RepairReference> repair, Optional<Instant> visit) {
        return StoreSamples.open(1, target, Instant.parse("2026-11-09T09:00:00Z"))
                .concerning(new TargetFacts(repair, visit));
    }
}
