package uk.co.tenantwise.cx.app.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.co.tenantwise.cx.testkit.Builders.NOW;

import org.junit.jupiter.api.Test;
import uk.co.tenantwise.cx.ports.driven.Observation;
import uk.co.tenantwise.cx.ports.driven.Observation.Part;
import uk.co.tenantwise.cx.ports.fault.CxFault;
import uk.co.tenantwise.cx.ports.fault.FaultCode;

class CxStatusTest {
    private final CxStatus status = new CxStatus();

    private void answered(Part part, int seconds) {
        status.answered(new Observation.CxAnswered(NOW.plusSeconds(seconds), part));
    }

    private void failed(Part part, int seconds) {
        status.failed(new Observation.CxFailed(NOW.plusSeconds(seconds), part, new CxFault.TimedOut("late")));
    }

    @Test
    void now_shouldKnowNothing_whenNothingWasAsked() {
        assertThat(status.now().failing()).isFalse();
        assertThat(status.now().lastAnswer()).isEmpty();
    }

    /** Guards against: health and alert went to and fro while repairs failed and the details asked for beside them did not. */
    @Test
    void now_shouldBeFailing_whenOnePartIsServedAndTheOtherIsNot() {
        failed(Part.REPAIRS, 1);
        answered(Part.DETAILS, 2);

        assertThat(status.now().failing()).isTrue();
        assertThat(status.now().lastAnswer()).contains(NOW.plusSeconds(2));
        assertThat(status.now().lastFault()).contains(FaultCode.CX_TIMED_OUT);
    }

    @Test
    void now_shouldNotBeFailing_whenWhatFailedIsServedAgain() {
        failed(Part.REPAIRS, 1);
        failed(Part.DETAILS, 1);
        answered(Part.REPAIRS, 2);
        assertThat(status.now().failing()).isTrue();

        answered(Part.DETAILS, 3);

        assertThat(status.now().failing()).isFalse();
        assertThat(status.now().lastFailure()).contains(NOW.plusSeconds(1));
    }
}
