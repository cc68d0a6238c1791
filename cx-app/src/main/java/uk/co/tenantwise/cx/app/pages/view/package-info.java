/**
 * What the templates show: small immutable values, already worded and formatted. They hold plain text; the templates
 * escape it.
 */
@NullMarked
package uk.co.tenantwise.cx.app.pages.view;

import org.jspecify.annotations.NullMarked;
