/**
 * Attempts to cancel, and the answers that were given to requests with an idempotency key, in the database.
 * Every change of an attempt is conditional, so that two nodes cannot both make it.
 */
@NullMarked
package uk.co.tenantwise.cx.adapter.persistence.cancellation;

import org.jspecify.annotations.NullMarked;
