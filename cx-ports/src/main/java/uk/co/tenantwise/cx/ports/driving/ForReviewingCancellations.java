package uk.co.tenantwise.cx.ports.driving;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.cancellation.CancellationId;
import uk.co.tenantwise.cx.domain.cancellation.OpenSummary;

/** Shows administrators what customers have tried to cancel. */
public interface ForReviewingCancellations {
    /**
     * At most {@code limit} attempts, newest first, from before {@code before} when it is given.
     *
     * @param outcome the code of an outcome, to see only those
     */
    List<CancellationAttempt> attempts(Optional<Instant> before, Optional<String> outcome, int limit);

    /** At most {@code limit} attempts that need attention, newest first, from before {@code before} when it is given. */
    List<CancellationAttempt> needingAttention(Optional<Instant> before, int limit);

    /** Whether an administrator has to look at {@code attempt} now: nobody has found out in time what became of it. */
    boolean needsAttention(CancellationAttempt attempt);

    /** Any customer's attempt. */
    Optional<CancellationAttempt> find(CancellationId id);

    /** How many attempts are open, and how many of them need attention. */
    OpenSummary open();
}
