package uk.co.tenantwise.cx.app.pages.view;

/**
 * Who looks at the page.
 *
 * @param name what they are called, may be empty
 * @param signOut where to sign out
 * @param csrf what every form has to send
 */
public record Session(String name, String signOut, String csrf) {}
