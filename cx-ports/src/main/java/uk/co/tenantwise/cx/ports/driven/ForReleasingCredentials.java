package uk.co.tenantwise.cx.ports.driven;

/**
 * Credentials that Cx rejected are not tried again, so that the account is not locked (rule R8). This lets them be tried
 * once more, because an administrator has saved the connection or is testing it.
 */
public interface ForReleasingCredentials {
    /** Forgets that credentials were rejected, and every token. */
    void release();
}
