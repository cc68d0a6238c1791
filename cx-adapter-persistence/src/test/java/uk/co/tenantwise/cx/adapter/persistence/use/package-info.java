/**
 * What is used up, on both databases.
 * The tests are those of the contract.
 */
@NullMarked
package uk.co.tenantwise.cx.adapter.persistence.use;

import org.jspecify.annotations.NullMarked;
