package uk.co.tenantwise.cx.ports.driving;

import uk.co.tenantwise.cx.domain.cancellation.CancellationId;

/**
 * What an administrator found in Cx.
 *
 * @param attempt which attempt it is about
 * @param sends how often that had been sent when they looked: what was found says nothing about a later send
 * @param finding what they found
 * @param by who, for the record
 */
public record SettleCommand(CancellationId attempt, int sends, Finding finding, String by) {
    /** What somebody who looks into Cx may find. */
    public enum Finding {
        /** The repair or visit is cancelled; the attempt ends as CANCELLED. */
        CANCELLED,
        /** It is not, and nothing will cancel it any more; the attempt ends as REFUSED_BY_CX. */
        NOT_CANCELLED
    }
}
