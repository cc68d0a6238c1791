/**
 * UK local time, the only calendar of the domain. Nothing here reads a clock.
 */
@NullMarked
package uk.co.tenantwise.cx.domain.time;

import org.jspecify.annotations.NullMarked;
