/**
 * What an operator sets in the environment. It is read once, checked as a whole, and passed on as values.
 */
@NullMarked
package uk.co.tenantwise.cx.app.config;

import org.jspecify.annotations.NullMarked;
