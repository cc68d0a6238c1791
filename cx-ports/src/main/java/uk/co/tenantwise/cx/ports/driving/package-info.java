/**
 * What the portal and administrators can ask of the integration. The web application and every embedding service call
 * these ports; the use cases behind them are thread-safe.
 */
@NullMarked
package uk.co.tenantwise.cx.ports.driving;

import org.jspecify.annotations.NullMarked;
