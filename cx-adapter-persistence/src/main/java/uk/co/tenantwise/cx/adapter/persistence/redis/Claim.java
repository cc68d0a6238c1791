package uk.co.tenantwise.cx.adapter.persistence.redis;

/** What came of asking for a lease. */
sealed interface Claim {
    /** It was given. */
    record Mine(Lease lease) implements Claim {}

    /** Another holds it, known by its token. */
    record Busy(String holder) implements Claim {}

    /** The holder that was waited for failed, in its words. */
    record Failed(String fault) implements Claim {}

    /** There is a value other than the one that is to be replaced. */
    record Other(Envelope value) implements Claim {}

    /** There is no value, but there was to be one. */
    record Absent() implements Claim {}

    /** Redis is away. */
    record Away() implements Claim {}
}
