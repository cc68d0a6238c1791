package uk.co.tenantwise.cx.benchmarks.soak;

import java.time.Duration;
import java.util.List;
import uk.co.tenantwise.cx.reliability.harness.TcpFaultProxy;
import uk.co.tenantwise.cx.reliability.harness.World;
import uk.co.tenantwise.cx.simulator.CxSimulator;
import uk.co.tenantwise.cx.simulator.Endpoint;
import uk.co.tenantwise.cx.simulator.Fault;
import uk.co.tenantwise.cx.simulator.ReceivedRequest;

/** What Cx and the network before it do wrong. */
final class CxDisturbances {
    private static final Duration SLOW = Duration.ofMillis(1_200);
    private static final Duration NETWORK_SLOW = Duration.ofMillis(150);
    private static final Duration BETWEEN_BYTES = Duration.ofMillis(20);
    private static final int LATE_BY_REQUESTS = 30;
    private static final int ONE_IN = 3;

    private CxDisturbances() {}

    static List<Disturbance> of(World world) {
        CxSimulator cx = world.cx();
        TcpFaultProxy network = world.toCx();
        return List.of(
                every(cx, "Cx answers 500", Fault.status(500)),
                every(cx, "Cx answers 503", Fault.status(503)),
                every(cx, "Cx answers 429", Fault.status(429).header("Retry-After", "3")),
                every(cx, "Cx does not answer", Fault.stall()),
                every(cx, "Cx resets connections", Fault.reset()),
                every(cx, "Cx is slow", Fault.delay(SLOW)),
                every(cx, "Cx answers byte by byte", Fault.slowDrip(BETWEEN_BYTES)),
                every(cx, "Cx answers broken JSON", Fault.malformedJson()),
                every(cx, "Cx answers half a body", Fault.truncated()),
                cancels(cx, "Cx cancels and resets", Fault.resetAfterEffect()),
                cancels(cx, "Cx cancels and does not answer", Fault.stallAfterEffect()),
                cancels(cx, "Cx loses cancellations", Fault.reset()),
                cancels(cx, "Cx cancels late", Fault.lateEffectAfterReset(LATE_BY_REQUESTS)),
                cancels(cx, "Cx says yes and does not cancel", Fault.successWithoutEffect()),
                new Disturbance("Cx resets one request in three", () -> flaky(cx), cx.faults()::clear),
                Disturbance.once("Cx forgets its tokens", cx::expireTokens),
                network(network, "connections to Cx are reset", network::reset),
                network(network, "connections to Cx are refused", network::refuse),
                network(network, "the network to Cx loses everything", network::drop),
                network(network, "the network to Cx stands still", network::hold),
                network(network, "the network to Cx is slow", () -> network.latency(NETWORK_SLOW)));
    }

    private static Disturbance every(CxSimulator cx, String name, Fault fault) {
        return new Disturbance(
                name,
                () -> {
                    var unused = cx.faults().always(Endpoint.ANY, fault);
                },
                cx.faults()::clear);
    }

    private static Disturbance cancels(CxSimulator cx, String name, Fault fault) {
        return new Disturbance(
                name,
                () -> {
                    var unusedRepairs = cx.faults().always(Endpoint.CANCEL_ORDER, fault);
                    var unusedVisits = cx.faults().always(Endpoint.CANCEL_APPOINTMENT, fault);
                },
                cx.faults()::clear);
    }

    private static Disturbance network(TcpFaultProxy network, String name, Disturbance.Step begin) {
        return new Disturbance(name, begin, network::pass);
    }

    private static void flaky(CxSimulator cx) {
        var unused = cx.faults().when(Endpoint.ANY, Integer.MAX_VALUE, CxDisturbances::isOneInThree, Fault.reset());
    }

    private static boolean isOneInThree(ReceivedRequest request) {
        return request.number() % ONE_IN == 0;
    }
}
