/**
 * Stores for the driven ports: a database for what must last, memory for snapshots, a library for bank holidays.
 * {@link uk.co.tenantwise.cx.adapter.persistence.Persistence} opens them.
 */
@NullMarked
package uk.co.tenantwise.cx.adapter.persistence;

import org.jspecify.annotations.NullMarked;
