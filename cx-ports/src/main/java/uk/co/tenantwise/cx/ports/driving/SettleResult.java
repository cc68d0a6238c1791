package uk.co.tenantwise.cx.ports.driving;

import java.time.Instant;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;

/** The answer to an administrator who wants to settle an attempt by hand. */
public sealed interface SettleResult {
    /**
     * It is closed.
     *
     * @param attempt as it is now
     */
    record Settled(CancellationAttempt attempt) implements SettleResult {}

    /**
     * It was resolved, or settled by somebody else, before; that stands.
     *
     * @param attempt as it is
     */
    record ClosedAlready(CancellationAttempt attempt) implements SettleResult {}

    /** It is being resolved without anybody's help, and has been for a short time only. */
    record NoNeed() implements SettleResult {}

    /** It was sent again since the administrator looked into Cx, who has to look again. */
    record SentAgain() implements SettleResult {}

    /**
     * It was sent just now, and may still take effect.
     *
     * @param until when that is over
     */
    record SentJustNow(Instant until) implements SettleResult {}

    /** There is no such attempt. */
    record NoSuchAttempt() implements SettleResult {}
}
