package uk.co.tenantwise.cx.app.observe;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import uk.co.tenantwise.cx.adapter.http.CxCallKind;
import uk.co.tenantwise.cx.adapter.http.CxCallListener;
import uk.co.tenantwise.cx.adapter.http.CxRestClient;
import uk.co.tenantwise.cx.adapter.http.CxTraffic;
import uk.co.tenantwise.cx.ports.fault.FaultCode;

/** Measures the single requests to Cx, and what holds them back. Thread-safe. */
@Singleton
public final class CxCallMeters implements CxCallListener {
    private final MeterRegistry meters;
    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();

    private record Series(CxCallKind call, String outcome) {}

    CxCallMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void called(CxCallKind kind, Optional<FaultCode> fault, Duration took) {
        timers.computeIfAbsent(new Series(kind, fault.map(Enum::name).orElse("OK")), this::timer)
                .record(took);
    }

    /** Shows the traffic of {@code client} from now on. */
    public void watch(CxRestClient client) {
        for (CxTraffic.BreakerState state : CxTraffic.BreakerState.values()) {
            Gauge.builder("cx.breaker.state", client, each -> each.traffic().breaker() == state ? 1 : 0)
                    .description("1 for the state that the circuit breaker to Cx is in")
                    .tag("state", state.name())
                    .register(meters);
        }
        Gauge.builder(
                        "cx.clock.ahead",
                        client,
                        each -> each.clockAhead()
                                .map(ahead -> (double) ahead.toSeconds())
                                .orElse(Double.NaN))
                .description("How far this node's clock is ahead of that of Cx, by its last answer")
                .baseUnit("seconds")
                .register(meters);
        gauge(client, "cx.calls.in.flight", "Requests to Cx under way", CxTraffic::inFlight);
        gauge(client, "cx.calls.waiting", "Requests to Cx that wait for their turn", CxTraffic::waiting);
        counter(client, "cx.calls.shed", "Requests to Cx turned away, because too many were there", CxTraffic::shed);
        counter(client, "cx.retries", "Reads of Cx that were repeated", CxTraffic::retries);
    }

    private Timer timer(Series series) {
        return Timer.builder("cx.calls")
                .description("Requests to Cx")
                .tag("call", series.call().name())
                .tag("outcome", series.outcome())
                .register(meters);
    }

    private void gauge(CxRestClient client, String name, String description, ToDoubleFunction<CxTraffic> figure) {
        Gauge.builder(name, client, each -> figure.applyAsDouble(each.traffic()))
                .description(description)
                .register(meters);
    }

    private void counter(CxRestClient client, String name, String description, ToDoubleFunction<CxTraffic> figure) {
        FunctionCounter.builder(name, client, each -> figure.applyAsDouble(each.traffic()))
                .description(description)
                .register(meters);
    }
}
