/**
 * Tests of the pages without a server. Each template is rendered in each state.
 */
@NullMarked
package uk.co.tenantwise.cx.app.pages;

import org.jspecify.annotations.NullMarked;
