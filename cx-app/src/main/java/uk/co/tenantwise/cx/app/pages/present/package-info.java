/**
 * Turns values of the driving ports into what the templates show. Pure: nothing here reads a clock or calls anything.
 */
@NullMarked
package uk.co.tenantwise.cx.app.pages.present;

import org.jspecify.annotations.NullMarked;
