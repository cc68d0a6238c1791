package uk.co.tenantwise.cx.app.pages.view;

/**
 * One choice of a list.
 *
 * @param value what is sent
 * @param label what is shown
 */
public record Choice(String value, String label) {}
