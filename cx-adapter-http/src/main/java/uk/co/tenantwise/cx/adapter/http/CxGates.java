package uk.co.tenantwise.cx.adapter.http;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** The gates of all Cx instances, so that the trouble of one does not touch another; normally one. Thread-safe. */
final class CxGates {
    private final Map<ApiUrl, CxGate> gates = new ConcurrentHashMap<>();
    private final Tally tally = new Tally();
    private final int maxCalls;
    private final InstantSource clock;
    private volatile @Nullable CxGate latest;

    CxGates(int maxCalls, InstantSource clock) {
        this.maxCalls = maxCalls;
        this.clock = clock;
    }

    CxGate of(ApiUrl url) {
        CxGate gate = gates.computeIfAbsent(url, link -> new CxGate(maxCalls, clock, tally));
        latest = gate;
        return gate;
    }

    /** Lets every instance be called again, and forgets those that nobody calls. */
    void reset() {
        gates.values().forEach(CxGate::reset);
        gates.values().removeIf(gate -> gate.bulkhead().inFlight() == 0);
    }

    CxTraffic traffic() {
        Optional<Breaker> breaker = Optional.ofNullable(latest).map(CxGate::breaker);
        return new CxTraffic(
                breaker.map(Breaker::state).orElse(CxTraffic.BreakerState.CLOSED),
                breaker.flatMap(Breaker::cause).map(CxFault::code),
                sum(Bulkhead::inFlight),
                sum(Bulkhead::waiting),
                tally.shed().sum(),
                tally.retries().sum());
    }

    private int sum(ToIntFunction<Bulkhead> figure) {
        return gates.values().stream().map(CxGate::bulkhead).mapToInt(figure).sum();
    }
}
