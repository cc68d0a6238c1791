/**
 * The simulator over real sockets: every call, every rule and every fault, seen by the JDK's HTTP client or a raw socket.
 * Time stands still unless a test moves it.
 */
@NullMarked
package uk.co.tenantwise.cx.simulator;

import org.jspecify.annotations.NullMarked;
