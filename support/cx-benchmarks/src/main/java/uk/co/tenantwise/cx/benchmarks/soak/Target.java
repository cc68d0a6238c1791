package uk.co.tenantwise.cx.benchmarks.soak;

/**
 * Something that a customer tries to cancel.
 *
 * @param kind a repair or a visit
 * @param contact whose it is
 * @param reference the reference of the repair, or the GUID of the visit
 * @param cancellable whether the rules allow it
 */
record Target(Kind kind, String contact, String reference, boolean cancellable) {
    /** What can be cancelled. */
    enum Kind {
        REPAIR,
        VISIT
    }
}
