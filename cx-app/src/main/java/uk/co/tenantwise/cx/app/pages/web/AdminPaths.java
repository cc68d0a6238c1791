package uk.co.tenantwise.cx.app.pages.web;

/** Where the administrator's pages are. */
final class AdminPaths {
    static final String LOG_IN = "/admin/log-in";
    static final String SETTINGS = "/admin/civica-cx";
    static final String STATUS = SETTINGS + "/status";
    static final String HISTORY = SETTINGS + "/history";
    static final String CANCELLATIONS = SETTINGS + "/cancellations";

    private AdminPaths() {}
}
