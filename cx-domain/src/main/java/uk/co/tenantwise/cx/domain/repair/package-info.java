/**
 * Repairs and appointments as the integration knows them: values read from Cx, already translated.
 * All types are immutable and therefore thread-safe.
 */
@NullMarked
package uk.co.tenantwise.cx.domain.repair;

import org.jspecify.annotations.NullMarked;
