/**
 * Repairs and visits with valid defaults, for the tests of the domain. The test kit has richer ones, but depends on it.
 */
@NullMarked
package uk.co.tenantwise.cx.domain.sample;

import org.jspecify.annotations.NullMarked;
