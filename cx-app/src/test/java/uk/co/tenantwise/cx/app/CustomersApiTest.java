package uk.co.tenantwise.cx.app;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.co.tenantwise.cx.app.SampleSite.CUSTOMER;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.co.tenantwise.cx.simulator.Appointment;
import uk.co.tenantwise.cx.simulator.Contact;
import uk.co.tenantwise.cx.simulator.Endpoint;
import uk.co.tenantwise.cx.simulator.Fault;
import uk.co.tenantwise.cx.simulator.Script;
import uk.co.tenantwise.cx.simulator.WorkOrder;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomersApiTest {
    private static final String REPAIRS = "/customers/" + CUSTOMER + "/repairs";
    private static final String SIGN_IN = "/customers/" + CUSTOMER + "/sign-in";

    private Running app;

    @BeforeAll
    void start(@TempDir Path data) {
        app = Running.start(data);
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @BeforeEach
    void fresh() {
        app.fresh();
    }

    private JsonNode read() {
        return app.get(Tokens.PORTAL, REPAIRS).is(200);
    }

    private JsonNode signIn() {
        return app.post(Tokens.PORTAL, SIGN_IN, "").is(200);
    }

    private static void releaseAfterFirstHit(Script held) {
        try {
            held.awaitHits(1, Duration.ofSeconds(10));
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        } finally {
            held.release();
        }
    }

    private static List<String> references(JsonNode view) {
        List<String> references = new ArrayList<>();
        view.path("repairs")
                .forEach(repair -> references.add(repair.path("reference").asText()));
        return references;
    }

    @Nested
    class View {
        @Test
        void view_shouldAnswerTheContract_whenLive() {
            Answer answer = app.get(Tokens.PORTAL, REPAIRS);
            JsonNode view = answer.is(200);
            assertThat(view.fieldNames())
                    .toIterable()
                    .containsExactly(
                            "customer",
                            "details",
                            "retrievedAt",
                            "source",
                            "refreshDueAt",
                            "setAside",
                            "repairs",
                            "appointments");
            assertThat(view.path("customer").asText()).isEqualTo(CUSTOMER);
            assertThat(view.path("details").path("name").asText()).isEqualTo(SampleSite.NAME);
            assertThat(view.path("retrievedAt").asText()).isEqualTo("2026-12-01T12:00:00Z");
            assertThat(view.path("refreshDueAt").asText()).isEqualTo("2026-12-01T12:15:00Z");
            assertThat(view.path("source").asText()).isEqualTo("LIVE");
            assertThat(answer.header("Age")).isEmpty();
            JsonNode repair = view.path("repairs").get(0);
            assertThat(repair.fieldNames())
                    .toIterable()
                    .containsExactly(
                            "reference",
                            "description",
                            "createdOn",
                            "status",
                            "priority",
                            "contractor",
                            "address",
                            "appointments",
                            "cancellation");
            assertThat(repair.path("createdOn").asText()).isEqualTo("2026-11-20");
            assertThat(repair.path("status").toString())
                    .isEqualTo("{\"code\":\"Issued\",\"description\":\"Passed to the contractor\"}");
            assertThat(repair.path("cancellation").toString())
                    .isEqualTo("{\"allowed\":true,\"reason\":null,\"cancelBy\":\"2026-12-09T00:00:00+00:00\","
                            + "\"message\":\"You can cancel this repair until the end of Tuesday 8 December.\"}");
            assertThat(repair.path("appointments").get(0).toString())
                    .isEqualTo("{\"id\":\"" + SampleSite.VISIT + "\",\"kind\":\"ORDER\",\"status\":\"Booked\","
                            + "\"start\":\"2026-12-09T10:00:00+00:00\",\"end\":\"2026-12-09T12:00:00+00:00\","
                            + "\"slot\":\"AM\",\"repair\":\"WO-1\",\"cancellation\":{\"allowed\":true,"
                            + "\"reason\":null,\"cancelBy\":\"2026-12-09T00:00:00+00:00\",\"message\":"
                            + "\"You can cancel this visit until the end of Tuesday 8 December.\"}}");
            JsonNode inspection = view.path("appointments").get(0);
            assertThat(inspection.path("kind").asText()).isEqualTo("INSPECTION");
            assertThat(inspection.path("repair").isNull()).isTrue();
        }

        @Test
        void view_shouldWriteSummerTime_whenTheVisitIsInSummer() {
            WorkOrder order = SampleSite.order(CUSTOMER, "WO-S", "2026-11-21T09:00");
            app.cx.site().put(order);
            app.cx.site().put(Appointment.forOrder(order, LocalDateTime.parse("2027-06-01T10:00")));
            assertThat(read().path("repairs")
                            .get(0)
                            .path("appointments")
                            .get(0)
                            .path("start")
                            .asText())
                    .isEqualTo("2027-06-01T10:00:00+01:00");
        }

        @Test
        void view_shouldLeaveDetailsOut_whenTheyCannotBeRead() {
            app.cx.faults().always(Endpoint.CONTACT, Fault.status(500));
            assertThat(read().has("details")).isFalse();
        }

        @Test
        void view_shouldBeServedFromTheSnapshot_untilItIsDue() {
            signIn();
            // Not in the minute before it is due, in which the background retrieves ahead for those who read.
            app.clock.advance(Duration.ofMinutes(14).minusMillis(1));
            Answer cached = app.get(Tokens.PORTAL, REPAIRS);
            assertThat(cached.is(200).path("source").asText()).isEqualTo("CACHE");
            assertThat(cached.header("Age")).isEqualTo("839");
            assertThat(app.cx.requests().count(Endpoint.WORK_ORDERS)).isEqualTo(1);
            app.clock.advance(Duration.ofMinutes(1).plusMillis(1));
            assertThat(read().path("source").asText()).isEqualTo("LIVE");
            assertThat(app.cx.requests().count(Endpoint.WORK_ORDERS)).isEqualTo(2);
        }

        @Test
        void view_shouldRetrieveOnce_whenSixtyReadAtOnce() throws Exception {
            Script held = app.cx.faults().next(Endpoint.WORK_ORDERS, Fault.hold());
            Thread opener = Thread.ofVirtual().start(() -> releaseAfterFirstHit(held));
            List<Answer> answers = Together.times(60, () -> app.get(Tokens.PORTAL, REPAIRS));
            opener.join();
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(references(answer.is(200))).hasSize(2));
            assertThat(app.cx.requests().count(Endpoint.WORK_ORDERS)).isEqualTo(1);
            assertThat(app.cx.requests().count(Endpoint.APPOINTMENTS)).isEqualTo(1);
            assertThat(app.cx.requests().tokensIssued()).isLessThanOrEqualTo(1);
        }

        @Test
        void view_shouldNotFind_whenCxDoesNotKnowTheContact() {
            app.get(Tokens.PORTAL, "/customers/C-404/repairs").isProblem(404, "NOT_FOUND");
        }
    }

    @Nested
    class StartDate {
        @Test
        void startDate_shouldReachACustomer_withTheNextRetrieval() {
            assertThat(references(signIn())).containsExactly("WO-1", "WO-0");
            app.put("repairs", Running.repairs("2026-04-01")).is(200);
            assertThat(references(read())).containsExactly("WO-1", "WO-0");
            app.clock.advance(Duration.ofMinutes(15));
            assertThat(references(read())).containsExactly("WO-1");
        }

        @Test
        void startDate_shouldReachACustomer_atTheNextSignInOrAtOnceWhenApplied() {
            signIn();
            app.put("repairs", Running.repairs("2026-04-01")).is(200);
            assertThat(references(signIn())).containsExactly("WO-1");
            app.put("repairs", Running.repairs("2026-03-31")).is(200);
            assertThat(references(read())).containsExactly("WO-1");
            app.post(Tokens.ADMIN, "/integration/refresh-now", "{\"customer\": \"" + CUSTOMER + "\"}")
                    .is(200);
            assertThat(references(read())).containsExactly("WO-1", "WO-0");
        }
    }

    @Nested
    class Trouble {
        @Test
        void view_shouldBeStaleAndSaySo_whenCxFails() {
            signIn();
            app.cx.faults().always(Endpoint.ANY, Fault.status(503));
            app.clock.advance(Duration.ofMinutes(20));
            Answer stale = app.get(Tokens.PORTAL, REPAIRS);
            JsonNode view = stale.is(200);
            assertThat(view.path("source").asText()).isEqualTo("STALE");
            assertThat(view.path("stale").path("ageSeconds").asLong()).isEqualTo(1_200);
            assertThat(view.path("stale").path("code").asText()).isEqualTo("CX_UNAVAILABLE");
            assertThat(view.path("stale").path("message").asText()).isNotBlank();
            assertThat(stale.header("Age")).isEqualTo("1200");
            app.clock.advance(Duration.ofHours(24));
            app.get(Tokens.PORTAL, REPAIRS).isProblem(503, "CX_UNAVAILABLE");
        }

        @Test
        void signIn_shouldAnswer503WithRetryAfter_whenThereIsNoSnapshot() {
            app.cx.faults().always(Endpoint.WORK_ORDERS, Fault.status(429).header("Retry-After", "77"));
            Answer answer = app.post(Tokens.PORTAL, SIGN_IN, "{}");
            JsonNode problem = answer.isProblem(503, "CX_THROTTLED");
            assertThat(answer.header("Retry-After")).isEqualTo("77");
            assertThat(problem.path("detail").asText()).doesNotContain("127.0.0.1");
        }

        @Test
        void view_shouldShowNeither_whenAppointmentsCannotBeRead() {
            app.cx.faults().always(Endpoint.APPOINTMENTS, Fault.malformedJson());
            app.get(Tokens.PORTAL, REPAIRS).isProblem(503, "CX_CONTRACT_BROKEN");
        }

        @Test
        void view_shouldServeNothing_whenDisabledOrSwitchedToAnotherCompany() {
            signIn();
            app.put("company", "{\"companyId\": \"2\"}").is(200);
            assertThat(references(read())).isEmpty();
            assertThat(read().path("details").path("name").asText()).isEqualTo("Somebody Else");
            app.put("connection", app.connection().replace("\"enabled\": true", "\"enabled\": false"))
                    .is(200);
            app.get(Tokens.PORTAL, REPAIRS).isProblem(503, "INTEGRATION_DISABLED");
            app.post(Tokens.PORTAL, SIGN_IN, "").isProblem(503, "INTEGRATION_DISABLED");
        }

        @Test
        void health_shouldReportCxAndStayUsable_whenCxFails() {
            app.cx.faults().always(Endpoint.ANY, Fault.status(503));
            app.post(Tokens.PORTAL, SIGN_IN, "").isProblem(503, "CX_UNAVAILABLE");
            JsonNode health = Http.get(app.base() + "/health").is(200);
            assertThat(health.path("status").asText()).isEqualTo("DEGRADED");
            assertThat(health.path("details")
                            .path("cx")
                            .path("details")
                            .path("lastFault")
                            .asText())
                    .isEqualTo("CX_UNAVAILABLE");
            assertThat(health.path("details")
                            .path("cx")
                            .path("details")
                            .path("breaker")
                            .asText())
                    .isEqualTo("CLOSED");
            assertThat(Http.get(app.base() + "/health/readiness")
                            .is(200)
                            .path("status")
                            .asText())
                    .isEqualTo("UP");
            assertThat(Http.get(app.base() + "/health/liveness")
                            .is(200)
                            .path("status")
                            .asText())
                    .isEqualTo("UP");
            assertThat(Http.get(app.base() + "/prometheus").body())
                    .contains("cx_faults_total{code=\"CX_UNAVAILABLE\"}", "cx_served_total{source=\"LIVE\"}")
                    .contains(
                            "cx_calls_seconds_count{call=\"WORK_ORDERS\",outcome=\"OK\"}",
                            "outcome=\"CX_UNAVAILABLE\"}",
                            "cx_breaker_state{state=\"CLOSED\"} 1.0",
                            "cx_breaker_state{state=\"OPEN\"} 0.0",
                            "cx_calls_in_flight 0.0",
                            "cx_calls_waiting 0.0",
                            "cx_calls_shed_total 0.0",
                            "cx_retries_total");
        }
    }

    @Nested
    class References {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "T/2024/17",
                    "00042 A",
                    "C#1006",
                    "C+1007",
                    "50%",
                    "%2F",
                    "a;b=c",
                    "a&b",
                    "a?b=c",
                    "..",
                    ".",
                    "Tŷ-1008",
                    "家",
                    "a\\b",
                    "a\"b'c",
                    "{id}",
                    "[x]",
                    "x:y@z",
                    "~!*()"
                })
        void view_shouldReachTheContact_whateverPrintableCharactersItHas(String contact) {
            app.cx.site().put(Contact.of("1", contact, "Odd One"));
            String path = "/customers/" + Http.encoded(contact) + "/repairs";
            JsonNode view = app.get(Tokens.customer(contact), path).is(200);
            assertThat(view.path("customer").asText()).isEqualTo(contact);
            assertThat(view.path("details").path("name").asText()).isEqualTo("Odd One");
            app.get(Tokens.customer(contact + "x"), path).isProblem(404, "NOT_FOUND");
        }

        @Test
        void view_shouldTakeMarksThatNeedNoEncodingAsTheyAre() {
            app.cx.site().put(Contact.of("1", "a+b;c&d=e", "Odd One"));
            Answer answer = RawHttp.exchange(
                    app.service().port(),
                    "GET /api/v1/customers/a+b;c&d=e/repairs HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                            + "Authorization: Bearer " + Tokens.PORTAL + "\r\n\r\n");
            assertThat(answer.is(200).path("customer").asText()).isEqualTo("a+b;c&d=e");
        }

        @ParameterizedTest
        @ValueSource(strings = {"%C3", "%00", "a%0Ab", "%20", "%ED%A0%80"})
        void view_shouldNotFind_whenTheSegmentCannotBeAReference(String segment) {
            app.get(Tokens.PORTAL, "/customers/" + segment + "/repairs").isProblem(404, "NOT_FOUND");
            app.get(Tokens.PORTAL, "/customers/" + "x".repeat(201) + "/repairs").isProblem(404, "NOT_FOUND");
        }
    }
}
