package uk.co.tenantwise.cx.app.pages.view;

/**
 * Where the styles and scripts are; their names change with their content.
 *
 * @param styles the style sheet
 * @param start the script that runs before anything is painted
 * @param script the script that makes the page better
 * @param icon the icon of the site
 */
public record AssetLinks(String styles, String start, String script, String icon) {}
