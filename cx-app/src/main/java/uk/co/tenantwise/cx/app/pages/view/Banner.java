package uk.co.tenantwise.cx.app.pages.view;

/**
 * A notification at the top of the page.
 *
 * @param success whether it is good news
 * @param title its small heading
 * @param message what has happened
 * @param detail more about it, may be empty
 */
public record Banner(boolean success, String title, String message, String detail) {}
