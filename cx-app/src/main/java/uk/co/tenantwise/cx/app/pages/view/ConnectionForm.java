package uk.co.tenantwise.cx.app.pages.view;

/**
 * How Cx is reached.
 *
 * @param enabled {@code true} or {@code false}
 * @param apiUrl the base URL
 * @param username the Cx user
 * @param password never holds anything when shown
 * @param passwordSaved whether one is stored
 */
public record ConnectionForm(Field enabled, Field apiUrl, Field username, Field password, boolean passwordSaved) {}
