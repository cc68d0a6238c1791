/**
 * What {@code ./cx demo} does once everything is built. It only uses what any user of the service could use.
 */
@NullMarked
package uk.co.tenantwise.cx.app.demo;

import org.jspecify.annotations.NullMarked;
