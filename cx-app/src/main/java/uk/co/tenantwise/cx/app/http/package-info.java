/**
 * The HTTP API that portals and administrators call; the client of Cx is in the HTTP adapter. Results and faults of the\n * core become answers in one class, {@link uk.co.tenantwise.cx.app.http.Answers}.
 */
@NullMarked
package uk.co.tenantwise.cx.app.http;

import org.jspecify.annotations.NullMarked;
