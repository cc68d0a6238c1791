package uk.co.tenantwise.cx.adapter.persistence.redis;

/** What came of reading a value. */
sealed interface Reading {
    /** There is one, not opened yet. */
    record Found(Envelope value) implements Reading {}

    /** There is none, or one that is larger than any of ours. */
    record Absent() implements Reading {}

    /** Redis is away. */
    record Away() implements Reading {}
}
