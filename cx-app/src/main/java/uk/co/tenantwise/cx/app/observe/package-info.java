/**
 * What operators see: metrics, log lines, health and the background work. Nothing here names a customer.
 */
@NullMarked
package uk.co.tenantwise.cx.app.observe;

import org.jspecify.annotations.NullMarked;
