package uk.co.tenantwise.cx.adapter.persistence.redis;

/** What came of storing a value. */
enum Storing {
    /** All nodes find it. */
    STORED,
    /** The lease was taken away, or is over: what was to be stored began too early. */
    FENCED,
    /** Redis is away; what it has is going to be dropped. */
    AWAY
}
