/**
 * The stores on real databases, and processes that are killed.
 * H2 and PostgreSQL run the same tests.
 */
@NullMarked
package uk.co.tenantwise.cx.adapter.persistence;

import org.jspecify.annotations.NullMarked;
