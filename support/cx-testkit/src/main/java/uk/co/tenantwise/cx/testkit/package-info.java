/**
 * For tests only: builders with valid defaults, and a clock that is moved by hand.
 * Dates and times are fixed, so that a test means the same on every day.
 */
@NullMarked
package uk.co.tenantwise.cx.testkit;

import org.jspecify.annotations.NullMarked;
