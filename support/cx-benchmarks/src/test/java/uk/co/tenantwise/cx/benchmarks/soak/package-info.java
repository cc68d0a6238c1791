/** The rules of the soak must be able to fail: each of them is shown what it must find. */
@NullMarked
package uk.co.tenantwise.cx.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
