/**
 * What the use cases need from the outside: Cx, stores, a cache. Adapters implement these ports; each has a contract test
 * in the test kit. Implementations must be thread-safe.
 */
@NullMarked
package uk.co.tenantwise.cx.ports.driven;

import org.jspecify.annotations.NullMarked;
