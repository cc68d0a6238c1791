/**
 * What the customer's pages say, in English and Welsh. One catalogue with stable codes; sentences about decisions come
 * from the domain's own wording.
 */
@NullMarked
package uk.co.tenantwise.cx.app.pages.words;

import org.jspecify.annotations.NullMarked;
