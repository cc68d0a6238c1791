/**
 * The fakes of the stores run the contracts of the stores.
 * What only a real store can do, such as surviving a crash, is tested there.
 */
@NullMarked
package uk.co.tenantwise.cx.testkit.store;

import org.jspecify.annotations.NullMarked;
