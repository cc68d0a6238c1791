package uk.co.tenantwise.cx.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import redis.embedded.RedisServer;
import redis.embedded.core.RedisServerBuilder;
import uk.co.tenantwise.cx.simulator.Endpoint;

/**
 * Row C13: two nodes of an instance, on one database and one Redis, both with data in memory. What an administrator does on
 * one node counts on the other one within a second of its clock; that messages through Redis arrive within a second is
 * shown by the tests of the Redis adapter, on nodes alone. The database is H2, which nodes in one process can share.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoServicesTest {
    private static final String REPAIRS = "/customers/" + SampleSite.CUSTOMER + "/repairs";
    private static final Duration SECOND = Duration.ofSeconds(1);

    private RedisServer redis;
    private Running one;
    private Running two;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        int port = Program.freePort();
        redis = new RedisServerBuilder()
                .bind("127.0.0.1")
                .port(port)
                .setting("save \"\"")
                .build();
        redis.start();
        Map<String, String> shared = Map.of("CX_REDIS_URI", "redis://127.0.0.1:" + port);
        one = Running.start(folder, shared);
        two = Running.start(folder, shared);
    }

    @AfterAll
    void stop() throws IOException {
        two.close();
        one.close();
        redis.stop();
    }

    /** Connected to the Cx of node one; both nodes have the customer's data in memory. */
    @BeforeEach
    void warm() {
        one.fresh();
        two.cx.reset();
        two.clock.set(one.clock.instant());
        two.cx.requests().clear();
        aSecondPasses();
        Eventually.until("both nodes use Redis", () -> usesRedis(one) && usesRedis(two));
        Eventually.until("both nodes answer from memory", () -> isKept(read(one)) && isKept(read(two)));
    }

    private static boolean usesRedis(Running node) {
        return Http.get(node.base() + "/health")
                .is(200)
                .path("details")
                .path("redis")
                .path("status")
                .asText()
                .equals("UP");
    }

    private static Answer read(Running node) {
        return node.get(Tokens.PORTAL, REPAIRS);
    }

    private static boolean isKept(Answer answer) {
        return answer.status() == 200 && answer.json().path("source").asText().equals("CACHE");
    }

    private void aSecondPasses() {
        one.clock.advance(SECOND);
        two.clock.advance(SECOND);
    }

    private int retrievals() {
        return one.cx.requests().count(Endpoint.WORK_ORDERS);
    }

    @Test
    void refreshNow_shouldBeFollowedByTheOtherNode() {
        int before = retrievals();

        one.post(Tokens.ADMIN, "/integration/refresh-now", "{\"customer\": \"" + SampleSite.CUSTOMER + "\"}")
                .is(200);

        Eventually.until("the other node retrieves again", () -> !isKept(read(two)));
        assertThat(retrievals()).isGreaterThan(before);
    }

    @Test
    void company_shouldBeFollowedByTheOtherNode_andNothingOfTheFormerOneIsServed() {
        one.put("company", "{\"companyId\": \"2\"}").is(200);
        aSecondPasses();

        JsonNode view = read(two).is(200);
        assertThat(view.path("details").path("name").asText()).isEqualTo("Somebody Else");
        assertThat(view.path("repairs")).isEmpty();
        one.put("company", "{\"companyId\": \"1\"}").is(200);
        aSecondPasses();
        assertThat(read(two).is(200).path("source").asText()).isEqualTo("LIVE");
    }

    @Test
    void url_shouldBeFollowedByTheOtherNode_whichRetrievesFromTheNewCx() {
        String elsewhere = one.connection()
                .replace(one.cx.baseUrl().toString(), two.cx.baseUrl().toString());
        int before = retrievals();

        one.put("connection", elsewhere).is(200);
        aSecondPasses();

        assertThat(read(two).is(200).path("source").asText()).isEqualTo("LIVE");
        assertThat(two.cx.requests().count(Endpoint.WORK_ORDERS)).isEqualTo(1);
        assertThat(retrievals()).isEqualTo(before);
    }

    @Test
    void disabling_shouldBeFollowedByTheOtherNode_andNothingKeptIsServedAfterEnabling() {
        one.put("connection", one.connection().replace("\"enabled\": true", "\"enabled\": false"))
                .is(200);
        aSecondPasses();
        read(two).isProblem(503, "INTEGRATION_DISABLED");

        one.put("connection", one.connection()).is(200);
        aSecondPasses();
        assertThat(read(two).is(200).path("source").asText()).isEqualTo("LIVE");
    }

    @Test
    void refreshMinutes_shouldBeFollowedByTheOtherNode_withDataInMemory() {
        one.clock.advance(Duration.ofMinutes(2));
        two.clock.advance(Duration.ofMinutes(2));
        assertThat(isKept(read(two))).isTrue();

        one.put("refresh", "{\"repairsMinutes\": 1, \"customerMinutes\": 1}").is(200);
        aSecondPasses();

        assertThat(read(two).is(200).path("source").asText()).isEqualTo("LIVE");
    }
}
