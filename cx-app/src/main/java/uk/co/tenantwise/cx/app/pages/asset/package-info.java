/**
 * The styles and scripts of the pages, as built from cx-app/frontend.
 */
@NullMarked
package uk.co.tenantwise.cx.app.pages.asset;

import org.jspecify.annotations.NullMarked;
