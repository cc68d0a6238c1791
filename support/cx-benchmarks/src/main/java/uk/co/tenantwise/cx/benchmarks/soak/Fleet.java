package uk.co.tenantwise.cx.benchmarks.soak;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import uk.co.tenantwise.cx.reliability.harness.Api;
import uk.co.tenantwise.cx.reliability.harness.Node;

/** The two nodes, and when each of them was not to be reached. Thread-safe. */
final class Fleet {
    private static final int ENDED_BY_SIGTERM = 143;

    private final List<Node> nodes;
    private final List<Outage> outages = new ArrayList<>();
    private int frozen = -1;

    private static final class Outage {
        private final int node;
        private final Instant from;
        private Instant to = Instant.MAX;

        private Outage(int node) {
            this.node = node;
            this.from = Instant.now();
        }

        private boolean overlaps(int other, Instant sent, Instant failed) {
            return node == other && from.isBefore(failed) && sent.isBefore(to);
        }
    }

    Fleet(Node one, Node other) {
        this.nodes = List.of(one, other);
    }

    Api api(int node) {
        return nodes.get(node).api();
    }

    Node node(int node) {
        return nodes.get(node);
    }

    /** Kills a node and starts it again. */
    void killAndRestart(int node) throws Exception {
        Outage outage = begin(node);
        nodes.get(node).kill();
        restart(node, outage);
    }

    /** Stops a node as a supervisor does, and starts it again. @throws IllegalStateException when it ends otherwise */
    void stopAndRestart(int node) throws Exception {
        Outage outage = begin(node);
        nodes.get(node).terminate();
        int code = nodes.get(node).awaitEnd();
        restart(node, outage);
        if (code != ENDED_BY_SIGTERM) {
            throw new IllegalStateException("a node that was told to stop ended with " + code);
        }
    }

    synchronized void freeze(int node) {
        frozen = node;
        nodes.get(node).freeze();
    }

    synchronized void thaw() {
        nodes.get(frozen).thaw();
        frozen = -1;
    }

    /** Whether a node runs, so that it can be examined. */
    synchronized boolean isUp(int node) {
        return frozen != node
                && outages.stream().noneMatch(outage -> outage.node == node && outage.to.equals(Instant.MAX));
    }

    /** Whether a node may have left a request of this time unanswered. */
    synchronized boolean wasDown(int node, Instant sent, Instant failed) {
        return outages.stream().anyMatch(outage -> outage.overlaps(node, sent, failed));
    }

    private synchronized Outage begin(int node) {
        Outage outage = new Outage(node);
        outages.add(outage);
        return outage;
    }

    private void restart(int node, Outage outage) throws Exception {
        var unused = nodes.get(node).start();
        synchronized (this) {
            outage.to = Instant.now();
        }
    }
}
