package uk.co.tenantwise.cx.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.embedded.RedisServer;
import redis.embedded.core.RedisServerBuilder;
import uk.co.tenantwise.cx.ports.driven.ForSharingLogIns;

/** The service with a real Redis, with one that is away, and without one. */
class RedisServiceTest {
    private static final String REPAIRS = "/customers/C-1001/repairs";
    private static final String SIGN_IN = "/customers/C-1001/sign-in";

    @TempDir
    private Path dataDir;

    private static JsonNode health(Running app) {
        return Http.get(app.base() + "/health").is(200);
    }

    private static String redis(Running app) {
        return health(app).path("details").path("redis").path("status").asText();
    }

    private static String metrics(Running app) {
        return Http.get(app.base() + "/prometheus").body();
    }

    @Test
    void service_shouldShareByRedis_andGoOnWithoutIt() throws Exception {
        int port = Program.freePort();
        RedisServer redis = new RedisServerBuilder()
                .bind("127.0.0.1")
                .port(port)
                .setting("save \"\"")
                .build();
        redis.start();
        try (Running app = Running.start(dataDir, Map.of("CX_REDIS_URI", "redis://127.0.0.1:" + port))) {
            app.fresh();
            Eventually.until("Redis is used", () -> redis(app).equals("UP"));
            app.post(Tokens.PORTAL, SIGN_IN, "").is(200);
            app.get(Tokens.PORTAL, REPAIRS).is(200);
            assertThat(metrics(app))
                    .contains("cx_redis_available 1.0", "cx_redis_failures_total")
                    .containsPattern("cx_snapshot_hits_total\\{level=\"(local|shared)\"\\} [1-9]");
            assertThat(app.service().context().findBean(ForSharingLogIns.class)).isPresent();

            redis.stop();

            Eventually.until("Redis is away", () -> redis(app).equals("DEGRADED"));
            assertThat(health(app).path("status").asText()).isEqualTo("DEGRADED");
            Http.get(app.base() + "/health/readiness").is(200);
            app.get(Tokens.PORTAL, REPAIRS).is(200);
            app.post(Tokens.PORTAL, SIGN_IN, "").is(200);
            assertThat(metrics(app)).contains("cx_redis_available 0.0");
        }
    }

    @Test
    void service_shouldStart_whenRedisIsAway() throws Exception {
        String nowhere = "redis://:canary@127.0.0.1:" + Program.freePort();
        try (Running app = Running.start(dataDir, Map.of("CX_REDIS_URI", nowhere))) {
            app.fresh();

            assertThat(redis(app)).isEqualTo("DEGRADED");
            app.post(Tokens.PORTAL, SIGN_IN, "").is(200);
            app.get(Tokens.PORTAL, REPAIRS).is(200);
        }
    }

    @Test
    void service_shouldNotSpeakOfRedis_whenThereIsNone() {
        try (Running app = Running.start(dataDir)) {
            assertThat(health(app).path("details").has("redis")).isFalse();
            assertThat(metrics(app)).doesNotContain("cx_redis");
            assertThat(app.service().context().findBean(ForSharingLogIns.class)).isEmpty();
        }
    }
}
