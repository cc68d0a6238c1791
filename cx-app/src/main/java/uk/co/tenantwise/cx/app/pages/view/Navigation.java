package uk.co.tenantwise.cx.app.pages.view;

/**
 * One place that the navigation leads to.
 *
 * @param label what is shown
 * @param href where it leads
 * @param current whether this is that place
 */
public record Navigation(String label, String href, boolean current) {}
