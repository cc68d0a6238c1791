package uk.co.tenantwise.cx.benchmarks.soak;

import java.time.Duration;
import java.util.List;
import uk.co.tenantwise.cx.reliability.harness.PostgresServer;
import uk.co.tenantwise.cx.reliability.harness.RedisServer;

/** What the landlord's own machines do wrong: the nodes, PostgreSQL, Redis and the network between them. */
final class OwnDisturbances {
    private static final Duration NETWORK_SLOW = Duration.ofMillis(30);

    private OwnDisturbances() {}

    /** Those after which the processes of the nodes are still the same. */
    static List<Disturbance> ofStores(PostgresServer postgres, RedisServer redis) {
        return List.of(
                new Disturbance("Redis is killed", redis::kill, redis::restart),
                new Disturbance("Redis is frozen", redis::freeze, redis::thaw),
                Disturbance.once("Redis is emptied", redis::flush),
                new Disturbance("connections to Redis are refused", redis.proxy()::refuse, redis.proxy()::pass),
                new Disturbance("the network to Redis loses everything", redis.proxy()::drop, redis.proxy()::pass),
                new Disturbance("PostgreSQL is killed", postgres::kill, postgres::restart),
                new Disturbance("PostgreSQL is frozen", postgres::freeze, postgres::thaw),
                new Disturbance("connections to PostgreSQL are reset", postgres.proxy()::reset, postgres.proxy()::pass),
                new Disturbance(
                        "the network to PostgreSQL is slow",
                        () -> postgres.proxy().latency(NETWORK_SLOW),
                        postgres.proxy()::pass));
    }

    /** Nodes that stand still and go on. */
    static List<Disturbance> ofPauses(Fleet fleet) {
        return List.of(
                new Disturbance("node 1 is frozen", () -> fleet.freeze(0), fleet::thaw),
                new Disturbance("node 2 is frozen", () -> fleet.freeze(1), fleet::thaw));
    }

    /** Nodes that end and are started again. */
    static List<Disturbance> ofRestarts(Fleet fleet) {
        return List.of(
                Disturbance.once("node 1 is killed (-9)", () -> fleet.killAndRestart(0)),
                Disturbance.once("node 2 is killed (-9)", () -> fleet.killAndRestart(1)),
                Disturbance.once("node 1 is stopped (SIGTERM)", () -> fleet.stopAndRestart(0)),
                Disturbance.once("node 2 is stopped (SIGTERM)", () -> fleet.stopAndRestart(1)));
    }
}
