package uk.co.tenantwise.cx.adapter.http;

import java.time.Duration;
import java.util.Optional;
import uk.co.tenantwise.cx.ports.fault.FaultCode;

/** Hears of every request that was sent to Cx. It is called on the thread of the call: it must be quick and never throw. */
@FunctionalInterface
public interface CxCallListener {
    /** Hears nothing. */
    CxCallListener NONE = (kind, fault, took) -> {};

    /**
     * A request has been answered or has failed.
     *
     * @param fault why Cx did not serve it; empty when it did
     * @param took from resolving the name to having read the answer
     */
    void called(CxCallKind kind, Optional<FaultCode> fault, Duration took);
}
