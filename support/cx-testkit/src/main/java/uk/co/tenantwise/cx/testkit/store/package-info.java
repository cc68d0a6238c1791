/**
 * Fakes of the stores, and the contract that each store must pass, the fakes included.
 * The fakes are thread-safe and forget everything with the process.
 */
@NullMarked
package uk.co.tenantwise.cx.testkit.store;

import org.jspecify.annotations.NullMarked;
