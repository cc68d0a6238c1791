/**
 * For tests only: a Cx held in memory that implements every port on the side of Cx, and the contracts of those ports.
 * The fake and the real client both run the contracts.
 */
@NullMarked
package uk.co.tenantwise.cx.testkit.cx;

import org.jspecify.annotations.NullMarked;
