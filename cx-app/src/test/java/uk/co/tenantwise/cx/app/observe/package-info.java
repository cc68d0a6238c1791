/** What goes on without being asked. */
@NullMarked
package uk.co.tenantwise.cx.app.observe;

import org.jspecify.annotations.NullMarked;
