package uk.co.tenantwise.cx.ports.driving;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.cancellation.CancellationId;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.settings.Readiness;

/** The answer to a customer who wants to cancel. */
public sealed interface CancelResult {
    /**
     * The attempt is recorded.
     *
     * @param id under which
     * @param outcome what became of it so far
     * @param message the same in plain English
     * @param cancelBy the deadline that has passed, when that is why it was refused just now
     */
    record Recorded(CancellationId id, CancellationOutcome outcome, String message, Optional<Instant> cancelBy)
            implements CancelResult {}

    /** The customer has nothing of that identity to cancel, as far as Cx and the start date go. */
    record NothingToCancel() implements CancelResult {}

    /**
     * The customer has made as many attempts lately as one may: nothing was read, recorded or sent.
     *
     * @param pause how long until one more may be made
     */
    record TooMany(Duration pause) implements CancelResult {}

    /** The key was used for another request. */
    record KeyReused() implements CancelResult {}

    /**
     * The integration is not switched on, or not set up.
     *
     * @param readiness how far it has got, never READY
     */
    record NotServing(Readiness readiness) implements CancelResult {}
}
