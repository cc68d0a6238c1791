package uk.co.tenantwise.cx.app.observe;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import uk.co.tenantwise.cx.adapter.http.CxRestClient;
import uk.co.tenantwise.cx.ports.application.StorePorts;
import uk.co.tenantwise.cx.ports.fault.StoreUnavailable;

/**
 * Says how this node is, to anybody who asks. Cx or Redis that fails makes it DEGRADED and never DOWN: the service goes on
 * without them as well as it can, and neither a restart nor another node would help. A node without the database, or about
 * to stop, is not ready.
 */
@Controller("/health")
@Secured(SecurityRule.IS_ANONYMOUS)
final class HealthController {
    private static final String UP = "UP";
    private static final String DOWN = "DOWN";
    private static final String DEGRADED = "DEGRADED";

    private static final String STOPPING = "STOPPING";

    private final CxStatus cx;
    private final CxRestClient client;
    private final RedisStatus redis;
    private final StorePorts stores;
    private final Draining draining;

    HealthController(CxStatus cx, CxRestClient client, RedisStatus redis, StorePorts stores, Draining draining) {
        this.cx = cx;
        this.client = client;
        this.redis = redis;
        this.stores = stores;
        this.draining = draining;
    }

    @Get
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Map<String, Object>> health() {
        CxStatus.State state = cx.now();
        String database = database();
        Optional<Boolean> shared = redis.isAvailable();
        boolean degraded = state.failing() || shared.equals(Optional.of(false));
        String overall = serves(database) ? degraded ? DEGRADED : UP : DOWN;
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("cx", cx(state));
        details.put("database", Map.of("status", database));
        details.put("node", Map.of("status", node()));
        shared.ifPresent(available -> details.put("redis", Map.of("status", available ? UP : DEGRADED)));
        return answer(overall, details);
    }

    /** Whether requests may be sent here. */
    @Get("/readiness")
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Map<String, Object>> readiness() {
        String database = database();
        return answer(
                serves(database) ? UP : DOWN,
                Map.of("database", Map.of("status", database), "node", Map.of("status", node())));
    }

    /** Whether the process does anything at all; it does when this is answered. */
    @Get("/liveness")
    HttpResponse<Map<String, Object>> liveness() {
        return answer(UP, Map.of());
    }

    private static HttpResponse<Map<String, Object>> answer(String status, Map<String, Object> details) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", status);
        body.put("details", details);
        return HttpResponse.<Map<String, Object>>status(
                        status.equals(DOWN) ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK)
                .body(body);
    }

    private Map<String, Object> cx(CxStatus.State state) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("lastAnswer", state.lastAnswer().map(Instant::toString).orElse(null));
        details.put("lastFailure", state.lastFailure().map(Instant::toString).orElse(null));
        details.put("lastFault", state.lastFault().map(Enum::name).orElse(null));
        details.put("breaker", client.traffic().breaker().name());
        Map<String, Object> health = new LinkedHashMap<>();
        health.put("status", state.failing() ? DEGRADED : state.lastAnswer().isPresent() ? UP : "UNKNOWN");
        health.put("details", details);
        return health;
    }

    private boolean serves(String database) {
        return database.equals(UP) && !draining.hasBegun();
    }

    private String node() {
        return draining.hasBegun() ? STOPPING : UP;
    }

    /** Asks the database itself: the settings now in force may be known without it. */
    private String database() {
        try {
            var unused = stores.settings().history(Optional.empty(), 1);
            return UP;
        } catch (StoreUnavailable e) {
            return DOWN;
        }
    }
}
