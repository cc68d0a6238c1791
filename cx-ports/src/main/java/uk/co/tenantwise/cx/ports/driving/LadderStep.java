package uk.co.tenantwise.cx.ports.driving;

/** The steps of the connection test, in their order (rule R2). The names are stable codes. */
public enum LadderStep {
    /** API URL, user name and password are saved. */
    SETTINGS_COMPLETE,
    /** The host of the API URL resolves to an address that may be called. */
    NAME_RESOLVES,
    /** A TCP connection can be opened. */
    TCP,
    /** The certificate is trusted and fits the name. */
    TLS,
    /** What answers speaks like Cx. */
    CX_ANSWERS,
    /** User name and password are accepted. */
    CREDENTIALS,
    /** The Cx user may use the API. */
    API_PERMISSION,
    /** There is at least one company. */
    COMPANIES,
    /** The selected company is still there. */
    SELECTED_COMPANY
}
