package uk.co.tenantwise.cx.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.co.tenantwise.cx.simulator.Endpoint;
import uk.co.tenantwise.cx.simulator.Fault;
import uk.co.tenantwise.cx.simulator.Script;

/** A slow Cx with room for one call at a time: what comes beyond is turned away soon, and kept data are shown. */
class CrowdedCxTest {
    @Test
    void reads_shouldBeStaleOrAnswer503Soon_whenTheOnlyCallHangs(@TempDir Path data) throws Exception {
        try (Running app = Running.start(data, Map.of("CX_API_MAX_CALLS", "1", "CX_API_TIMEOUT", "PT1M"));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            app.fresh();
            String mine = "/customers/" + SampleSite.CUSTOMER + "/repairs";
            String signIn = "/customers/" + SampleSite.CUSTOMER + "/sign-in";
            app.post(Tokens.PORTAL, signIn, "").is(200);
            app.clock.advance(Duration.ofMinutes(20));
            Script held = app.cx.faults().always(Endpoint.ANY, Fault.hold());
            Future<Answer> hanging = threads.submit(() -> app.get(Tokens.ADMIN, "/integration/companies"));
            held.awaitHits(1, Duration.ofSeconds(10));

            assertThat(app.get(Tokens.PORTAL, mine)
                            .is(200)
                            .path("stale")
                            .path("code")
                            .asText())
                    .isEqualTo("CX_BUSY");
            app.post(Tokens.ADMIN, "/integration/refresh-now", "").is(200);
            Answer turnedAway = app.post(Tokens.PORTAL, signIn, "");
            assertThat(turnedAway.isProblem(503, "CX_BUSY").path("detail").asText())
                    .contains("try again in a few seconds");
            assertThat(turnedAway.header("Retry-After")).isEqualTo("2");
            assertThat(Http.get(app.base() + "/prometheus").body()).contains("cx_calls_in_flight 1.0");

            held.release();
            hanging.get(30, TimeUnit.SECONDS).is(200);
        }
    }
}
