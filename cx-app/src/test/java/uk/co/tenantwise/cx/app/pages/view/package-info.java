/**
 * Tests of the package of the same name in the main sources. They need neither a server nor a browser.
 */
@NullMarked
package uk.co.tenantwise.cx.app.pages.view;

import org.jspecify.annotations.NullMarked;
