package uk.co.tenantwise.cx.domain.refresh;

/** Where an answer comes from. The names are stable codes. */
public enum Source {
    /** Retrieved from Cx for this request. */
    LIVE,
    /** A snapshot that is not due yet. */
    CACHE,
    /** A snapshot that is due, served because Cx failed. */
    STALE
}
