/**
 * Bank holidays from a maintained library.
 * An administrator of the machine can add and remove dates where the library is behind.
 */
@NullMarked
package uk.co.tenantwise.cx.adapter.persistence.calendar;

import org.jspecify.annotations.NullMarked;
