package uk.co.tenantwise.cx.domain.settings;

/** How far the settings have got. The names are stable codes. */
public enum Readiness {
    /** The integration is switched off. */
    DISABLED,
    /** Switched on, but API URL, user name or password is missing. */
    INCOMPLETE,
    /** Connected, but no company is selected. */
    NO_COMPANY,
    /** Customers can be served. */
    READY
}
