/**
 * Snapshots in memory: the contract and the bounds.
 * Time is moved by hand.
 */
@NullMarked
package uk.co.tenantwise.cx.adapter.persistence.cache;

import org.jspecify.annotations.NullMarked;
