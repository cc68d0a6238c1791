/** Tests of the client over real sockets: the contracts of its ports, and whatever can go wrong on the way. */
@NullMarked
package uk.co.tenantwise.cx.adapter.http;

import org.jspecify.annotations.NullMarked;
