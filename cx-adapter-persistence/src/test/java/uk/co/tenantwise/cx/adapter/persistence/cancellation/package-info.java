/**
 * Attempts and answers on both databases.
 * The tests are those of the contract.
 */
@NullMarked
package uk.co.tenantwise.cx.adapter.persistence.cancellation;

import org.jspecify.annotations.NullMarked;
