package uk.co.tenantwise.cx.domain.cancellation;

/** Why a customer may not cancel, in the order in which the reasons are looked for (rule R5). The names are stable codes. */
public enum RefusalReason {
    /** The landlord has switched cancelling off. */
    CANCELLATION_DISABLED,
    /** The repair or the visit is cancelled in Cx. */
    ALREADY_CANCELLED,
    /** The repair is Complete or FullyInvoiced. */
    REPAIR_CLOSED,
    /** Work has begun: WorkInProgress, PartiallyComplete, Varied or AwaitingVariationAuthorisation. */
    WORK_STARTED,
    /** The status of the repair is not one that is known, or Cx did not return the repair that the visit belongs to. */
    STATUS_UNKNOWN,
    /** A task of the repair is invoiced. */
    INVOICED,
    /** The visit is neither booked nor cancelled. */
    APPOINTMENT_NOT_BOOKED,
    /** A date that the decision needs is missing or cannot be read. */
    DATA_INCOMPLETE,
    /** The start of the visit has passed. */
    APPOINTMENT_STARTED,
    /** The visit lies ahead, but the time for giving notice is over. */
    NOTICE_TOO_SHORT
}
