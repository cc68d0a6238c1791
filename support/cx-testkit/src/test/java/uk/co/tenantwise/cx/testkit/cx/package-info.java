/** The contracts of the ports on the side of Cx, run against the fake. The real client runs them in its own module. */
@NullMarked
package uk.co.tenantwise.cx.testkit.cx;

import org.jspecify.annotations.NullMarked;
