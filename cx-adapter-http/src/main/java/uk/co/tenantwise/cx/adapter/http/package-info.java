/**
 * The driven client of the Cx REST API: it implements the ports on the side of Cx over micronaut-http-client.
 * The controllers of this project's own HTTP API are in cx-app, not here.
 */
@NullMarked
package uk.co.tenantwise.cx.adapter.http;

import org.jspecify.annotations.NullMarked;
