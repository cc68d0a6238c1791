/**
 * Breaks the packaged service on purpose and checks what it promises: the rows of docs/reliability.md that need real
 * processes, and the check of that table itself.
 */
@NullMarked
package uk.co.tenantwise.cx.reliability;

import org.jspecify.annotations.NullMarked;
