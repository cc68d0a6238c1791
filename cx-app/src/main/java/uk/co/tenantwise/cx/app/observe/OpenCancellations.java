package uk.co.tenantwise.cx.app.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.ports.driving.ForReviewingCancellations;

/**
 * The attempts to cancel of which nobody knows yet what became of them, on all nodes.
 *
 * @param count how many, 0 to {@value #MOST}
 * @param oldest when the oldest of them was asked for
 * @param needingAttention how many of them have been open for so long that somebody should look them up in Cx
 */
record OpenCancellations(int count, Optional<Instant> oldest, int needingAttention) {
    static final OpenCancellations NONE = new OpenCancellations(0, Optional.empty(), 0);

    /** The background job has by then looked some fifteen times. */
    static final Duration PATIENCE = Duration.ofHours(1);

    /** More are not counted: that many is as alarming as any number. */
    static final int MOST = 1_000;

    /** Asks the store. @throws uk.co.tenantwise.cx.ports.fault.StoreUnavailable when it does not answer */
    static OpenCancellations count(ForReviewingCancellations reviewing, Instant now) {
        List<CancellationAttempt> open =
                reviewing.attempts(Optional.empty(), Optional.of(new CancellationOutcome.Unknown().code()), MOST);
        Instant lastGood = now.minus(PATIENCE);
        return new OpenCancellations(
                open.size(), open.stream().map(CancellationAttempt::requestedAt).min(Instant::compareTo), (int)
                        open.stream()
                                .filter(attempt -> attempt.requestedAt().isBefore(lastGood))
                                .count());
    }
}
