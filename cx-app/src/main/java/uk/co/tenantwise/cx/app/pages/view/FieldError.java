package uk.co.tenantwise.cx.app.pages.view;

/**
 * One line of the error summary.
 *
 * @param target the identity of the field on the page, empty when it belongs to none
 * @param message what to do about it
 */
public record FieldError(String target, String message) {}
