package uk.co.tenantwise.cx.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import uk.co.tenantwise.cx.simulator.Contact;
import uk.co.tenantwise.cx.simulator.Endpoint;
import uk.co.tenantwise.cx.simulator.Fault;
import uk.co.tenantwise.cx.simulator.Script;

/** Rows L1 to L3 and C12: a thousand at once, over HTTP, before a slow Cx with room for eight calls. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HerdTest {
    private static final int HERD = 1_000;
    private static final int WITH_DATA_KEPT = 50;
    private static final int MAX_CALLS = 8;
    private static final Duration SLOW = Duration.ofMillis(50);
    private static final String REPAIRS = "/customers/" + SampleSite.CUSTOMER + "/repairs";
    private static final String SIGN_IN = "/customers/" + SampleSite.CUSTOMER + "/sign-in";

    private Running app;

    @BeforeAll
    void start(@TempDir Path data) {
        app = Running.start(data, Map.of("CX_API_MAX_CALLS", Integer.toString(MAX_CALLS), "CX_API_TIMEOUT", "PT30S"));
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @BeforeEach
    void fresh() {
        app.fresh();
    }

    private static String signIn(int customer) {
        return "/customers/HERD-" + customer + "/sign-in";
    }

    @Nested
    class ManyCustomers {
        @Test
        void signIns_shouldBeServedOrTurnedAwayAndNeverCrowdCx_whenAThousandCustomersComeAtOnce() throws Exception {
            for (int customer = 0; customer < HERD; customer++) {
                app.cx.site().put(Contact.of("1", "HERD-" + customer, "Of the herd"));
            }
            for (int customer = 0; customer < WITH_DATA_KEPT; customer++) {
                app.post(Tokens.PORTAL, signIn(customer), "").is(200);
            }
            app.cx.requests().clear();
            app.cx.faults().always(Endpoint.ANY, Fault.delay(SLOW));
            AtomicInteger next = new AtomicInteger();
            Answer[] answers = new Answer[HERD];

            Together.times(HERD, () -> {
                int customer = next.getAndIncrement();
                answers[customer] = app.post(Tokens.PORTAL, signIn(customer), "");
                return customer;
            });

            assertThat(app.cx.requests().maxConcurrent(Endpoint.ANY)).isEqualTo(MAX_CALLS);
            int turnedAway = 0;
            for (int customer = 0; customer < HERD; customer++) {
                if (answers[customer].status() == 200) {
                    assertThat(answers[customer].json().path("source").asText())
                            .isIn(customer < WITH_DATA_KEPT ? Set.of("LIVE", "STALE") : Set.of("LIVE"));
                } else {
                    answers[customer].isProblem(503, "CX_BUSY");
                    assertThat(answers[customer].header("Retry-After")).isIn("1", "2");
                    assertThat(customer).isGreaterThanOrEqualTo(WITH_DATA_KEPT);
                    turnedAway++;
                }
            }
            assertThat(turnedAway).isBetween(1, HERD - 1);

            app.cx.faults().clear();
            for (int customer = 0; customer < HERD; customer += 100) {
                app.post(Tokens.PORTAL, signIn(customer), "").is(200);
            }
            Scrape after = Scrape.of(app);
            assertThat(after.value("cx_calls_in_flight")).isZero();
            assertThat(after.value("cx_calls_waiting")).isZero();
            assertThat(after.value("cx_calls_shed_total")).isPositive();
        }
    }

    @Nested
    class OneCustomer {
        @Test
        void reads_shouldRetrieveOnce_whenAThousandComeAsDataAreDue() throws Exception {
            app.post(Tokens.PORTAL, SIGN_IN, "").is(200);
            app.clock.advance(Duration.ofMinutes(15));
            app.cx.requests().clear();
            app.cx.faults().always(Endpoint.ANY, Fault.delay(SLOW.multipliedBy(10)));

            List<Answer> answers = Together.times(HERD, () -> app.get(Tokens.PORTAL, REPAIRS));

            assertThat(answers)
                    .allSatisfy(answer -> assertThat(
                                    answer.is(200).path("retrievedAt").asText())
                            .isEqualTo("2026-12-01T12:15:00Z"));
            assertThat(app.cx.requests().count(Endpoint.WORK_ORDERS)).isEqualTo(1);
            assertThat(app.cx.requests().count(Endpoint.APPOINTMENTS)).isEqualTo(1);
            assertThat(app.cx.requests().count(Endpoint.CONTACT)).isEqualTo(1);
        }

        @Test
        void reads_shouldNotWaitForCx_whenTheCustomerIsActiveAsDataAreDue() throws Exception {
            app.post(Tokens.PORTAL, SIGN_IN, "").is(200);
            app.clock.advance(Duration.ofMinutes(12));
            app.get(Tokens.PORTAL, REPAIRS).is(200);
            app.clock.advance(Duration.ofMinutes(2));
            Eventually.until(
                    "it is retrieved ahead",
                    () -> app.get(Tokens.PORTAL, REPAIRS)
                            .is(200)
                            .path("retrievedAt")
                            .asText()
                            .equals("2026-12-01T12:14:00Z"));
            app.cx.requests().awaitIdle(Endpoint.ANY, Duration.ofSeconds(20));
            app.clock.advance(Duration.ofMinutes(1));
            app.cx.requests().clear();
            // Whoever waited for Cx now would wait until the time-out of the test.
            Script held = app.cx.faults().always(Endpoint.ANY, Fault.hold());

            List<Answer> answers = Together.times(HERD, () -> app.get(Tokens.PORTAL, REPAIRS));

            assertThat(answers)
                    .allSatisfy(answer ->
                            assertThat(answer.is(200).path("source").asText()).isEqualTo("CACHE"));
            assertThat(app.cx.requests().count(Endpoint.WORK_ORDERS)).isZero();
            held.release();
        }

        /** Row C12. */
        @Test
        void read_shouldGoOnForTheOthers_whenTheFirstReaderHasGone() throws Exception {
            Script held = app.cx.faults().next(Endpoint.WORK_ORDERS, Fault.hold());
            Socket gone = firstReader();
            held.awaitHits(1, Duration.ofSeconds(20));
            CompletableFuture<Answer> second = CompletableFuture.supplyAsync(() -> app.get(Tokens.PORTAL, REPAIRS));
            gone.setSoLinger(true, 0);
            gone.close();
            assertThat(Http.get(app.base() + "/health/liveness").status()).isEqualTo(200);

            held.release();

            second.get(20, TimeUnit.SECONDS).is(200);
            assertThat(app.get(Tokens.PORTAL, REPAIRS).is(200).path("source").asText())
                    .isEqualTo("CACHE");
            assertThat(app.cx.requests().count(Endpoint.WORK_ORDERS)).isEqualTo(1);
        }

        private Socket firstReader() throws IOException {
            Socket socket =
                    new Socket(InetAddress.getLoopbackAddress(), app.service().port());
            socket.getOutputStream()
                    .write(("GET /api/v1" + REPAIRS + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + Tokens.PORTAL
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return socket;
        }
    }
}
