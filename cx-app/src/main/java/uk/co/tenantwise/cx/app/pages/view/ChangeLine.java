package uk.co.tenantwise.cx.app.pages.view;

/**
 * One field before and after.
 *
 * @param label what it is called
 * @param before what it held, in words
 * @param after what it holds, in words
 */
public record ChangeLine(String label, String before, String after) {}
