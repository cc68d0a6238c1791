/**
 * Traces for operators who collect them, off by default. A span says which route or which kind of call it was, how long it
 * took and how it ended; it never holds a path, a query, an address or a name, because those tell of customers.
 */
@NullMarked
package uk.co.tenantwise.cx.app.trace;

import org.jspecify.annotations.NullMarked;
