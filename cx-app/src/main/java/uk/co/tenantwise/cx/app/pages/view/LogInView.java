package uk.co.tenantwise.cx.app.pages.view;

/**
 * The administrator's log-in.
 *
 * @param username who
 * @param password always empty when shown
 * @param reason why one has to log in, may be empty
 * @param csrf what the form has to send
 */
public record LogInView(Field username, Field password, String reason, String csrf) {}
