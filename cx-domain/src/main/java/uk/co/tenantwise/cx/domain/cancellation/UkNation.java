package uk.co.tenantwise.cx.domain.cancellation;

/** The parts of the United Kingdom that have bank holidays of their own. */
public enum UkNation {
    /** England and Wales, which share theirs. */
    ENGLAND_AND_WALES,
    /** Scotland. */
    SCOTLAND,
    /** Northern Ireland. */
    NORTHERN_IRELAND
}
