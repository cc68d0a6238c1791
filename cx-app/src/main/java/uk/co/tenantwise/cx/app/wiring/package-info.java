/**
 * Makes the beans that the core needs. The only place of the service where a clock is opened.
 */
@NullMarked
package uk.co.tenantwise.cx.app.wiring;

import org.jspecify.annotations.NullMarked;
