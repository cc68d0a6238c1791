package uk.co.tenantwise.cx.app.pages.view;

/**
 * Leads to the same page in the other language.
 *
 * @param label the other language in its own words
 * @param tag its tag
 * @param href where the page is
 */
public record LanguageSwitch(String label, String tag, String href) {}
