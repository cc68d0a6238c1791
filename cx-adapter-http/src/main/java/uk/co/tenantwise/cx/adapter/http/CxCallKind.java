package uk.co.tenantwise.cx.adapter.http;

/** The calls of the Cx contract that this client makes. */
public enum CxCallKind {
    /** Log in. */
    LOG_IN("the log-in"),
    /** The companies of the instance. */
    COMPANIES("the companies"),
    /** One contact. */
    CONTACT("a contact"),
    /** The works orders of a contact. */
    WORK_ORDERS("the works orders of a contact"),
    /** The appointments of a contact. */
    APPOINTMENTS("the appointments of a contact"),
    /** One works order. */
    WORK_ORDER("a works order"),
    /** Cancel a works order. */
    CANCEL_WORK_ORDER("cancelling a works order"),
    /** Cancel an appointment. */
    CANCEL_APPOINTMENT("cancelling an appointment");

    private final String what;

    CxCallKind(String what) {
        this.what = what;
    }

    /** What the call is about, for messages: it names no customer. */
    String what() {
        return what;
    }
}
