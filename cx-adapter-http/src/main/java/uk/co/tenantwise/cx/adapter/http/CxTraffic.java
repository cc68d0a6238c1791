package uk.co.tenantwise.cx.adapter.http;

import java.util.Optional;
import uk.co.tenantwise.cx.ports.fault.FaultCode;

/**
 * How the calls to Cx are doing at one moment.
 *
 * @param breaker of the Cx instance that was called last
 * @param openedBy the fault for which that breaker is open or half open
 * @param inFlight the calls under way
 * @param waiting the calls that wait for their turn
 * @param shed the calls that were turned away since the client was opened, because too many were there already
 * @param retries the reads that were repeated since the client was opened
 */
public record CxTraffic(
        BreakerState breaker, Optional<FaultCode> openedBy, int inFlight, int waiting, long shed, long retries) {
    /** The states of a circuit breaker. */
    public enum BreakerState {
        /** Calls are made. */
        CLOSED,
        /** Cx is left alone for now. */
        OPEN,
        /** One call finds out whether Cx serves again. */
        HALF_OPEN
    }
}
