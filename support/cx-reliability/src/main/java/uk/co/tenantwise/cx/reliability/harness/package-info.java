/**
 * Real processes and real faults: nodes of the packaged service, a PostgreSQL server, a proxy that breaks connections, and
 * the simulated Cx between them. Everything listens to the loopback only and is ended by its owner.
 */
@NullMarked
package uk.co.tenantwise.cx.reliability.harness;

import org.jspecify.annotations.NullMarked;
