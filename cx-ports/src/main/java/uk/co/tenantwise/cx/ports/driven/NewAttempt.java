package uk.co.tenantwise.cx.ports.driven;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.cancellation.CancellationId;

/**
 * An attempt that is to be stored, and what it stands on.
 *
 * @param attempt the attempt
 * @param checkAt when an open attempt is due for its first check in the background
 * @param known what {@link ForStoringCancellations#cancelledBy} said before the target was read in Cx
 * @param request the request that makes it, when it carries a key
 */
public record NewAttempt(
        CancellationAttempt attempt, Instant checkAt, Set<CancellationId> known, Optional<KeyedRequest> request) {
    /** What came of storing it. */
    public sealed interface Result {}

    /** It is stored, and remembered for the key of its request. */
    public record Stored() implements Result {}

    /**
     * Nothing is stored: the attempt is open, and another one for the same target is open too, or has cancelled it or found
     * it cancelled and is not known. What was read may be from before that.
     */
    public record Overtaken() implements Result {}

    /**
     * Nothing is stored: another attempt is remembered for the key; this comes before {@link Overtaken} when both are true.
     *
     * @param first what is remembered, of the same request or of another one under its key
     */
    public record KeyTaken(RememberedAnswer first) implements Result {}
}
