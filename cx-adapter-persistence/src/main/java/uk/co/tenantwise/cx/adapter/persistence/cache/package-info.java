/**
 * Snapshots in memory, with single flight.
 * Bounded in number and age.
 */
@NullMarked
package uk.co.tenantwise.cx.adapter.persistence.cache;

import org.jspecify.annotations.NullMarked;
