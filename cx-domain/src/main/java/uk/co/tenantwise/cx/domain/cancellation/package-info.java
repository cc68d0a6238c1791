/**
 * When a customer may cancel, and what becomes of it: the notice policy (R4), the decision (R5) and the outcomes (R6).
 * Pure: time and bank holidays come in as arguments.
 */
@NullMarked
package uk.co.tenantwise.cx.domain.cancellation;

import org.jspecify.annotations.NullMarked;
