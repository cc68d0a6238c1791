/** Reads the table of docs/reliability.md and the test reports of the build. */
@NullMarked
package uk.co.tenantwise.cx.reliability.table;

import org.jspecify.annotations.NullMarked;
