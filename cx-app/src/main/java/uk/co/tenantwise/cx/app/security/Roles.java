package uk.co.tenantwise.cx.app.security;

/** The roles that tokens carry. */
public final class Roles {
    /** Staff of the landlord who configure the integration. */
    public static final String ADMIN = "ADMIN";

    /** The other services of TenantWise, calling on behalf of any customer. */
    public static final String PORTAL = "PORTAL";

    /** One customer, who may only reach the contact that the token names. */
    public static final String CUSTOMER = "CUSTOMER";

    private Roles() {}
}
