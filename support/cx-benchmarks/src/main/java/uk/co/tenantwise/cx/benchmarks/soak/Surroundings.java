package uk.co.tenantwise.cx.benchmarks.soak;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.co.tenantwise.cx.reliability.harness.Node;
import uk.co.tenantwise.cx.reliability.harness.RedisServer;
import uk.co.tenantwise.cx.reliability.harness.Until;
import uk.co.tenantwise.cx.reliability.harness.World;

/** Two nodes with all that they need, and the customers in Cx. Closing it ends all processes. */
final class Surroundings implements AutoCloseable {
    private final World world;
    private final RedisServer redis;
    private final Fleet fleet;
    private final List<Tenant> tenants;

    /** Starts everything. */
    Surroundings(Path folder, SoakPlan plan) throws Exception {
        world = World.onPostgres(folder, SoakPlan.API_TIMEOUT);
        redis = new RedisServer(folder.resolve("redis"));
        tenants = Estate.fill(world.cx().site(), SoakPlan.CUSTOMERS, plan.seed());
        Map<String, String> environment = new HashMap<>(redis.environment());
        environment.put("CX_MAX_STALE", SoakPlan.MAX_STALE.toString());
        Node one = world.node(environment)
                .withJavaOptions(VitalsProbe.javaOptions())
                .start();
        Node other = world.node(environment)
                .withJavaOptions(VitalsProbe.javaOptions())
                .start();
        fleet = new Fleet(one, other);
        world.connect(one);
        long minutes = SoakPlan.REFRESH.toMinutes();
        one.api()
                .put("refresh", "{\"repairsMinutes\": %d, \"customerMinutes\": %d}".formatted(minutes, minutes))
                .is(200);
        long version = one.api().version();
        Until.isTrue(
                "the other node has the settings",
                Duration.ofSeconds(30),
                () -> other.api().version() == version);
    }

    World world() {
        return world;
    }

    RedisServer redis() {
        return redis;
    }

    Fleet fleet() {
        return fleet;
    }

    List<Tenant> tenants() {
        return tenants;
    }

    @Override
    public void close() {
        world.close();
        redis.close();
    }
}
