package uk.co.tenantwise.cx.testkit.cx;

/** The calls that {@link InMemoryCx} counts and that faults can be scripted for: one for each method of the ports. */
public enum CxCall {
    /** The companies. */
    COMPANIES,
    /** The details of one contact. */
    CUSTOMER,
    /** The repairs of one contact. */
    REPAIRS,
    /** One repair. */
    REPAIR,
    /** The appointments of one contact. */
    APPOINTMENTS,
    /** Cancelling a repair. */
    CANCEL_REPAIR,
    /** Cancelling an appointment. */
    CANCEL_APPOINTMENT,
    /** The first step of the connection test. */
    RESOLVE_NAME,
    /** Its second step. */
    CONNECT,
    /** Its third step. */
    HANDSHAKE,
    /** Its last step. */
    LOG_IN,
    /** Letting rejected credentials be tried again. */
    RELEASE
}
