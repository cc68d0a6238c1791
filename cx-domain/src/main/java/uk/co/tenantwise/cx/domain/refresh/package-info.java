/**
 * How long retrieved data are kept before they are retrieved again (rule R7).
 */
@NullMarked
package uk.co.tenantwise.cx.domain.refresh;

import org.jspecify.annotations.NullMarked;
