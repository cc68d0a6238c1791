/**
 * The way to the database: transactions, SQL with typed parameters, and one translation of database trouble.
 * H2 and PostgreSQL are spoken to in one dialect.
 */
@NullMarked
package uk.co.tenantwise.cx.adapter.persistence.database;

import org.jspecify.annotations.NullMarked;
