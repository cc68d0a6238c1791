/**
 * The use cases, opened by {@link uk.co.tenantwise.cx.ports.application.CxIntegration}. Everything else here is hidden.
 */
@NullMarked
package uk.co.tenantwise.cx.ports.application;

import org.jspecify.annotations.NullMarked;
