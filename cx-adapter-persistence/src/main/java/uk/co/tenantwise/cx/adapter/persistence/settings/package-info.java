/**
 * The settings and their history in the database, and the current ones in memory.
 * Rows are only ever added, but for the password, of which only the present one is kept.
 */
@NullMarked
package uk.co.tenantwise.cx.adapter.persistence.settings;

import org.jspecify.annotations.NullMarked;
