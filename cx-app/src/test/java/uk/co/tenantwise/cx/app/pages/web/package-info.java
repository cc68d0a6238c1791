/** What the pages keep between requests. */
@NullMarked
package uk.co.tenantwise.cx.app.pages.web;

import org.jspecify.annotations.NullMarked;
