package uk.co.tenantwise.cx.ports.driving;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;

/** Shows administrators what customers have tried to cancel. */
@FunctionalInterface
public interface ForReviewingCancellations {
    /**
     * At most {@code limit} attempts, newest first, from before {@code before} when it is given.
     *
     * @param outcome the code of an outcome, to see only those
     */
    List<CancellationAttempt> attempts(Optional<Instant> before, Optional<String> outcome, int limit);
}
