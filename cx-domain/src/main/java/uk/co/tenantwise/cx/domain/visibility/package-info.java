/**
 * Which repairs and appointments a customer sees (rule R3).
 */
@NullMarked
package uk.co.tenantwise.cx.domain.visibility;

import org.jspecify.annotations.NullMarked;
