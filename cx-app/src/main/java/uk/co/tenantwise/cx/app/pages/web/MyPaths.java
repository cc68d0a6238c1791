package uk.co.tenantwise.cx.app.pages.web;

/** Where the customer's pages are. */
final class MyPaths {
    static final String HOME = "/my";
    /** Home of somebody for whom nothing could be retrieved just now. */
    static final String NOT_RETRIEVED = HOME + "?retrieved=no";

    static final String CANCEL = HOME + "/cancel";
    static final String OUTCOMES = HOME + "/cancellations";
    static final String SIGN_IN = HOME + "/sign-in";
    static final String SESSION_ENDED = SIGN_IN + "?why=ended";
    static final String SIGNED_OUT = HOME + "/signed-out";

    private MyPaths() {}
}
