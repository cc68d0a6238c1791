/**
 * The soak: 200 customers use two nodes for some minutes while faults come and go, and every answer is held to what the
 * service promises. Run by hand; the rules that judge it are tested in every build.
 */
@NullMarked
package uk.co.tenantwise.cx.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
