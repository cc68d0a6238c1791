/**
 * Measurements and the soak, compiled by the build and run by hand: machines are noisy, and no gate waits on a clock.
 */
@NullMarked
package uk.co.tenantwise.cx.benchmarks;

import org.jspecify.annotations.NullMarked;
