/**
 * Bank holidays: the published dates and the corrections.
 * The dates stand in the contract.
 */
@NullMarked
package uk.co.tenantwise.cx.adapter.persistence.calendar;

import org.jspecify.annotations.NullMarked;
