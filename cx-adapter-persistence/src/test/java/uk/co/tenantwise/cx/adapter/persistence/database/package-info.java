/**
 * What the database must be like before the service starts on it.
 * Every refusal says what to do.
 */
@NullMarked
package uk.co.tenantwise.cx.adapter.persistence.database;

import org.jspecify.annotations.NullMarked;
