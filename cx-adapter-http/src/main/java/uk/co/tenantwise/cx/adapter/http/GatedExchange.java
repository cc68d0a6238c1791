package uk.co.tenantwise.cx.adapter.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.ports.fault.CxFault;
import uk.co.tenantwise.cx.ports.fault.FaultCode;

/**
 * Sends requests through the gate of their Cx instance. The answer is read inside it, because only then is it known whether
 * Cx has served the request. Blocks; thread-safe.
 */
final class GatedExchange {
    private final CxExchange exchange;
    private final CxGates gates;
    private final CxCallListener listener;
    private final CxClocks clocks;
    private final InstantSource clock;

    /** @param clock one that only goes forward */
    GatedExchange(CxExchange exchange, CxGates gates, CxCallListener listener, CxClocks clocks, InstantSource clock) {
        this.exchange = exchange;
        this.gates = gates;
        this.listener = listener;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** What {@code read} makes of the answer. @throws CxFault when there is none, or what {@code read} throws */
    <T> T send(ApiUrl url, CxRequest request, Deadline deadline, Function<CxAnswer, T> read) {
        return gates.of(url).pass(deadline, () -> timed(url, request, deadline, read));
    }

    /** The same, even while Cx is left alone. */
    <T> T sendAnyway(ApiUrl url, CxRequest request, Deadline deadline, Function<CxAnswer, T> read) {
        return gates.of(url).passAnyway(deadline, () -> timed(url, request, deadline, read));
    }

    private <T> T timed(ApiUrl url, CxRequest request, Deadline deadline, Function<CxAnswer, T> read) {
        Instant began = clock.instant();
        try {
            CxAnswer answer = exchange.send(url, request, deadline);
            clocks.note(url, answer);
            T result = read.apply(answer);
            tell(request, Optional.empty(), began);
            return result;
        } catch (CxFault fault) {
            tell(request, Optional.of(fault.code()), began);
            throw fault;
        }
    }

    private void tell(CxRequest request, Optional<FaultCode> fault, Instant began) {
        listener.called(request.kind(), fault, Duration.between(began, clock.instant()));
    }
}
