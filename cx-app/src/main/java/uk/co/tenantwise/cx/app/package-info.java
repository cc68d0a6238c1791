/**
 * The running service: its entry point and what stops its start. Everything below this package is about one side of it.
 */
@NullMarked
package uk.co.tenantwise.cx.app;

import org.jspecify.annotations.NullMarked;
