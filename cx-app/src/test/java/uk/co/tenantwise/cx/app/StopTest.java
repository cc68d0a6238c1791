package uk.co.tenantwise.cx.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.co.tenantwise.cx.simulator.Endpoint;
import uk.co.tenantwise.cx.simulator.Fault;
import uk.co.tenantwise.cx.simulator.Script;

class StopTest {
    @Nested
    class Drain {
        @Test
        void drain_shouldTakeTheNodeOut_andGoOnServing(@TempDir Path data) {
            try (Running app = Running.start(data)) {
                app.fresh();
                Http.get(app.base() + "/health/readiness").is(200);
                app.service().drain(Duration.ZERO);
                JsonNode readiness = Http.get(app.base() + "/health/readiness").is(503);
                assertThat(readiness.path("status").asText()).isEqualTo("DOWN");
                assertThat(readiness.path("details").path("node").path("status").asText())
                        .isEqualTo("STOPPING");
                assertThat(readiness
                                .path("details")
                                .path("database")
                                .path("status")
                                .asText())
                        .isEqualTo("UP");
                Http.get(app.base() + "/health").is(503);
                // Whoever keeps a connection alive is told to end it, and goes elsewhere.
                Answer alive = Http.get(app.base() + "/health/liveness");
                alive.is(200);
                assertThat(alive.header("Connection")).isEqualTo("close");
                app.get(Tokens.PORTAL, "/customers/C-1001/repairs").is(200);
                app.post(Tokens.PORTAL, "/customers/C-1001/repairs/WO-1/cancellation", "")
                        .is(200);
            }
        }
    }

    @Nested
    class Close {
        @Test
        void close_shouldLetRequestsUnderWayFinish(@TempDir Path data) throws Exception {
            // The call to Cx must outlast whatever stopping takes on a busy machine.
            try (Running app = Running.start(data, Map.of("CX_API_TIMEOUT", "PT1M"))) {
                app.fresh();
                String health = app.base() + "/health/liveness";
                Script held = app.cx.faults().next(Endpoint.WORK_ORDERS, Fault.hold());
                CompletableFuture<Answer> answer =
                        CompletableFuture.supplyAsync(() -> app.post(Tokens.PORTAL, "/customers/C-1001/sign-in", ""));
                held.awaitHits(1, Duration.ofSeconds(10));
                CompletableFuture<Void> stopped = CompletableFuture.runAsync(app.service()::close);
                Eventually.until("the service takes no more requests", () -> isRefused(health));
                held.release();
                answer.get(10, TimeUnit.SECONDS).is(200);
                stopped.get(15, TimeUnit.SECONDS);
                assertThat(app.cx.requests().count(Endpoint.WORK_ORDERS)).isEqualTo(1);
            }
        }

        private static boolean isRefused(String health) {
            try {
                return Http.get(health).status() == 503;
            } catch (AssertionError connectionRefused) {
                return true;
            }
        }
    }
}
