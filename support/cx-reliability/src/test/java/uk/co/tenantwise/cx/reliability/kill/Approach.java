package uk.co.tenantwise.cx.reliability.kill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import uk.co.tenantwise.cx.reliability.harness.Api;
import uk.co.tenantwise.cx.reliability.harness.Customer;
import uk.co.tenantwise.cx.reliability.harness.HeldPiece;
import uk.co.tenantwise.cx.reliability.harness.Node;
import uk.co.tenantwise.cx.reliability.harness.TcpFaultProxy;
import uk.co.tenantwise.cx.reliability.harness.Until;
import uk.co.tenantwise.cx.reliability.harness.World;
import uk.co.tenantwise.cx.simulator.Endpoint;
import uk.co.tenantwise.cx.simulator.Fault;
import uk.co.tenantwise.cx.simulator.Script;

/**
 * Brings cancellations of one node to their steps and keeps them there. {@link #letGo()} is for after the node's death: what
 * was held goes on then, as a slow Cx does. Not thread-safe.
 */
final class Approach {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final World world;
    private final Node node;
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Callable<Boolean>> arrivals = new ArrayList<>();
    private final List<Letting> lettings = new ArrayList<>();

    @FunctionalInterface
    private interface Letting {
        void go() throws Exception;
    }

    Approach(World world, Node node) {
        this.world = world;
        this.node = node;
    }

    /** Lets a new customer cancel, in such a way that it gets to the step and no further. */
    void begin(KillStep step) throws Exception {
        Customer customer = world.customer();
        String key = UUID.randomUUID().toString();
        int through = prepare(step, customer);
        attempts.add(
                new Attempt(step, customer, key, new Api(through).cancel(customer.contact(), customer.repair(), key)));
    }

    /** Waits until all that have begun are at their steps. */
    void await() throws Exception {
        for (Callable<Boolean> arrival : arrivals) {
            arrival.call();
        }
        arrivals.clear();
    }

    /** The cancellations that have begun. */
    List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    /** Ends everything that held them. */
    void letGo() throws Exception {
        world.cx().faults().clear();
        for (Letting letting : lettings) {
            letting.go();
        }
    }

    /** @return the port that the client is to use */
    private int prepare(KillStep step, Customer customer) {
        switch (step) {
            case BEFORE_INTENT -> hold(Endpoint.APPOINTMENTS, customer.contact(), Fault.hold());
            case INTENT_STORED -> hold(world.postgres().holdAfterIntent(customer));
            case ON_THE_WAY -> hold(world.toCx().holdRequest(customer.cancelRequest()));
            case DURING_CALL -> hold(Endpoint.CANCEL_ORDER, customer.repair(), Fault.hold());
            case AFTER_ACT -> hold(Endpoint.CANCEL_ORDER, customer.repair(), Fault.holdAnswer());
            case BEFORE_OUTCOME -> hold(Endpoint.WORK_ORDERS, customer.contact(), Fault.hold());
            case BEFORE_ANSWER -> {
                return loseAnswers();
            }
            case ANY_MOMENT -> {
                // Nothing holds it: the moment of the kill is the chance.
            }
        }
        return node.port();
    }

    private void hold(HeldPiece held) {
        arrivals.add(() -> {
            held.await(PATIENCE);
            return true;
        });
        lettings.add(held::discard);
    }

    private void hold(Endpoint endpoint, String reference, Fault fault) {
        Script script = world.cx()
                .faults()
                .when(endpoint, 1, request -> request.arguments().contains(reference), fault);
        arrivals.add(() -> {
            script.awaitHits(1, PATIENCE);
            return true;
        });
    }

    private int loseAnswers() {
        TcpFaultProxy proxy = new TcpFaultProxy(node.port());
        proxy.holdAnswers();
        arrivals.add(() -> {
            Until.isTrue("the node has answered", PATIENCE, () -> proxy.answersHeld() > 0);
            return true;
        });
        lettings.add(proxy::close);
        return proxy.port();
    }
}
