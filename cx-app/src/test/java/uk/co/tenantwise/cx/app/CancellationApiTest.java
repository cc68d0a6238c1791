package uk.co.tenantwise.cx.app;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.co.tenantwise.cx.app.SampleSite.CUSTOMER;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.co.tenantwise.cx.simulator.Endpoint;
import uk.co.tenantwise.cx.simulator.Fault;
import uk.co.tenantwise.cx.simulator.Script;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CancellationApiTest {
    private static final String TOKEN = Tokens.customer(CUSTOMER);
    private static final String CANCEL_REPAIR = "/customers/" + CUSTOMER + "/repairs/WO-1/cancellation";
    private static final String CANCEL_VISIT =
            "/customers/" + CUSTOMER + "/appointments/" + SampleSite.VISIT + "/cancellation";

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

    private Answer cancel(String path, String body, String... headers) {
        return body.isEmpty()
                ? app.send(TOKEN, "POST", path, "", headers)
                : app.send(TOKEN, "POST", path, body, with(headers));
    }

    private static String[] with(String... headers) {
        String[] more = new String[headers.length + 2];
        System.arraycopy(headers, 0, more, 0, headers.length);
        more[headers.length] = "Content-Type";
        more[headers.length + 1] = "application/json";
        return more;
    }

    private JsonNode outcome(String id) {
        return app.get(TOKEN, "/customers/" + CUSTOMER + "/cancellations/" + id).is(200);
    }

    @Nested
    class Cancelling {
        @Test
        void cancel_shouldCancelTheRepairWithItsVisits_andBeSeenAtOnce() {
            JsonNode done = cancel(CANCEL_REPAIR, "{\"note\": \"I have mended it.\\nThanks\"}")
                    .is(200);
            assertThat(done.fieldNames()).toIterable().containsExactly("id", "outcome", "message");
            assertThat(done.path("outcome").asText()).isEqualTo("CANCELLED");
            assertThat(app.cx.site().workOrder("1", "WO-1").orElseThrow().isCancelled())
                    .isTrue();
            assertThat(app.cx
                            .requests()
                            .last(Endpoint.CANCEL_ORDER)
                            .orElseThrow()
                            .body())
                    .contains("I have mended it.", "CANX", "TENANT");
            JsonNode repair = app.get(TOKEN, "/customers/" + CUSTOMER + "/repairs")
                    .is(200)
                    .path("repairs")
                    .get(0);
            assertThat(repair.path("status").path("code").asText()).isEqualTo("Cancelled");
            assertThat(repair.path("cancellation").path("reason").asText()).isEqualTo("ALREADY_CANCELLED");
            JsonNode attempt = outcome(done.path("id").asText());
            assertThat(attempt.toString())
                    .isEqualTo("{\"id\":\"" + done.path("id").asText()
                            + "\",\"outcome\":\"CANCELLED\",\"reason\":null,"
                            + "\"message\":\"This repair has been cancelled.\","
                            + "\"target\":{\"kind\":\"REPAIR\",\"reference\":\"WO-1\"},"
                            + "\"requestedAt\":\"2026-12-01T12:00:00Z\",\"closedAt\":\"2026-12-01T12:00:00Z\"}");
            assertThat(cancel(CANCEL_REPAIR, "").is(200).path("outcome").asText())
                    .isEqualTo("ALREADY_CANCELLED");
            assertThat(app.cx.requests().count(Endpoint.CANCEL_ORDER)).isEqualTo(1);
        }

        @Test
        void cancel_shouldCancelOneVisit_andLeaveTheRepairOpen() {
            assertThat(cancel(CANCEL_VISIT, "{}").is(200).path("outcome").asText())
                    .isEqualTo("CANCELLED");
            assertThat(app.cx.site().workOrder("1", "WO-1").orElseThrow().isCancelled())
                    .isFalse();
            assertThat(app.cx
                            .site()
                            .appointment("1", SampleSite.VISIT)
                            .orElseThrow()
                            .isBooked())
                    .isFalse();
        }

        @Test
        void cancel_shouldSendOneCall_whenEightClickAtOnce() throws Exception {
            List<Answer> answers = Together.times(8, () -> cancel(CANCEL_REPAIR, ""));
            assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
            assertThat(answers)
                    .extracting(answer -> answer.json().path("outcome").asText())
                    .containsOnly("CANCELLED", "ALREADY_CANCELLED")
                    .containsOnlyOnce("CANCELLED");
            assertThat(app.cx.requests().count(Endpoint.CANCEL_ORDER)).isEqualTo(1);
        }

        /** Row L10. */
        @Test
        void cancel_shouldBeTurnedAway_whenOneCustomerTriesAgainAndAgain() {
            for (int attempt = 0; attempt < 30; attempt++) {
                cancel(CANCEL_VISIT, "{}").is(200);
            }

            Answer answer = cancel(CANCEL_VISIT, "{}");

            answer.isProblem(429, "TOO_MANY_CANCELLATIONS");
            assertThat(answer.header("Retry-After")).isEqualTo("60");
            app.clock.advance(Duration.ofMinutes(1));
            cancel(CANCEL_VISIT, "{}").is(200);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"note\": 7}",
                    "{\"note\": \"a\\u0007b\"}",
                    "{\"note\": \"x\", \"reason\": \"y\"}",
                    "{\"note\": \"\\ud800\"}"
                })
        void cancel_shouldRefuseTheBody_whenTheNoteIsWrong(String body) {
            cancel(CANCEL_REPAIR, body).isProblem(400, "INVALID_INPUT");
            cancel(CANCEL_REPAIR, "{\"note\": \"" + "x".repeat(501) + "\"}").isProblem(400, "INVALID_INPUT");
            assertThat(app.cx.requests().count(Endpoint.CANCEL_ORDER)).isZero();
        }

        @Test
        void cancel_shouldNotFind_whatIsUnknownOrSomebodyElses() {
            String unknown = cancel("/customers/" + CUSTOMER + "/repairs/WO-404/cancellation", "")
                    .isProblem(404, "NOT_FOUND")
                    .toString();
            for (String path : List.of(
                    "/customers/" + CUSTOMER + "/repairs/" + SampleSite.NEIGHBOURS_REPAIR + "/cancellation",
                    "/customers/" + CUSTOMER + "/appointments/" + SampleSite.NEIGHBOURS_VISIT + "/cancellation",
                    "/customers/" + SampleSite.NEIGHBOUR + "/repairs/" + SampleSite.NEIGHBOURS_REPAIR
                            + "/cancellation")) {
                assertThat(cancel(path, "").isProblem(404, "NOT_FOUND").toString())
                        .isEqualTo(unknown);
            }
            assertThat(app.cx.requests().count(Endpoint.CANCEL_ORDER)).isZero();
            assertThat(app.cx.requests().count(Endpoint.CANCEL_APPOINTMENT)).isZero();
        }
    }

    @Nested
    class Refusing {
        @Test
        void cancel_shouldBeRefusedWithTheDeadline_whenNoticeIsTooShort() {
            app.clock.set(Instant.parse("2026-12-09T00:00:00Z"));
            JsonNode problem = cancel(CANCEL_REPAIR, "").isProblem(409, "NOTICE_TOO_SHORT");
            assertThat(problem.path("outcome").asText()).isEqualTo("REFUSED");
            assertThat(problem.path("cancelBy").asText()).isEqualTo("2026-12-09T00:00:00+00:00");
            assertThat(problem.path("detail").asText()).contains("Call us on 01632 960100.");
            JsonNode attempt = outcome(problem.path("id").asText());
            assertThat(attempt.path("outcome").asText()).isEqualTo("REFUSED");
            assertThat(attempt.path("reason").asText()).isEqualTo("NOTICE_TOO_SHORT");
            assertThat(app.cx.requests().count(Endpoint.CANCEL_ORDER)).isZero();
        }

        @Test
        void cancel_shouldDecideOnLiveData_whenTheSnapshotIsOutdated() {
            app.get(TOKEN, "/customers/" + CUSTOMER + "/repairs").is(200);
            app.cx.site().move("1", "WO-1", "WorkInProgress");
            JsonNode problem = cancel(CANCEL_REPAIR, "").isProblem(409, "WORK_STARTED");
            assertThat(problem.path("cancelBy").isNull()).isTrue();
        }

        @Test
        void cancel_shouldSayWhatCxSaid_whenCxRefusesQuietly() {
            app.put("repairs", Running.repairs("").replace("\"CANX\"", "\"NOPE\""))
                    .is(200);
            JsonNode problem = cancel(CANCEL_REPAIR, "").isProblem(409, "REFUSED_BY_CX");
            assertThat(problem.path("outcome").asText()).isEqualTo("REFUSED_BY_CX");
            assertThat(app.cx.requests().count(Endpoint.CANCEL_ORDER)).isEqualTo(1);
        }

        @Test
        void cancel_shouldDoNothing_whenCxCannotBeReadOrTheIntegrationIsOff() {
            app.cx.faults().always(Endpoint.WORK_ORDER, Fault.status(500));
            cancel(CANCEL_REPAIR, "").isProblem(503, "CX_UNAVAILABLE");
            app.put("connection", app.connection().replace("\"enabled\": true", "\"enabled\": false"))
                    .is(200);
            cancel(CANCEL_REPAIR, "").isProblem(503, "INTEGRATION_DISABLED");
            assertThat(app.cx.requests().count(Endpoint.CANCEL_ORDER)).isZero();
        }
    }

    @Nested
    class LostAnswers {
        @Test
        void cancel_shouldBeCancelled_whenTheAnswerIsLostAndTheRecordSaysSo() {
            app.cx.faults().next(Endpoint.CANCEL_ORDER, Fault.resetAfterEffect());
            assertThat(cancel(CANCEL_REPAIR, "").is(200).path("outcome").asText())
                    .isEqualTo("CANCELLED");
            assertThat(app.cx.requests().count(Endpoint.CANCEL_ORDER)).isEqualTo(1);
        }

        @Test
        void cancel_shouldBeUnknownAndResolvedInTheBackground_whenTheRecordCannotBeRead() {
            app.cx.faults().next(Endpoint.CANCEL_ORDER, Fault.resetAfterEffect());
            app.cx
                    .faults()
                    .when(
                            Endpoint.WORK_ORDER,
                            Integer.MAX_VALUE,
                            request -> app.cx.requests().count(Endpoint.CANCEL_ORDER) > 0,
                            Fault.status(500));
            Answer answer = cancel(CANCEL_REPAIR, "");
            JsonNode unknown = answer.is(202);
            assertThat(unknown.path("outcome").asText()).isEqualTo("UNKNOWN");
            assertThat(unknown.path("message").asText()).contains("checking");
            String location = answer.header("Location");
            assertThat(location)
                    .isEqualTo("/api/v1/customers/" + CUSTOMER + "/cancellations/"
                            + unknown.path("id").asText());
            JsonNode open =
                    app.get(TOKEN, location.substring("/api/v1".length())).is(200);
            assertThat(open.path("closedAt").isNull()).isTrue();

            app.cx.faults().clear();
            app.clock.advance(Duration.ofMinutes(1));
            Eventually.until(
                    "the cancellation is resolved",
                    () -> outcome(unknown.path("id").asText())
                            .path("outcome")
                            .asText()
                            .equals("CANCELLED"));
            assertThat(app.cx.requests().count(Endpoint.CANCEL_ORDER)).isEqualTo(1);
        }

        /** Row U31: the record that Cx shows decides, and not what it has said. */
        @Test
        void cancel_shouldBeUnknownUntilCxShowsIt_whenCxSaysDoneAndStillShowsOldData() {
            Script late = app.cx.faults().next(Endpoint.CANCEL_ORDER, Fault.lateEffect(1_000));
            JsonNode unknown = cancel(CANCEL_REPAIR, "").is(202);
            assertThat(unknown.path("outcome").asText()).isEqualTo("UNKNOWN");
            assertThat(cancel(CANCEL_REPAIR, "").is(202).path("id").asText())
                    .isEqualTo(unknown.path("id").asText());

            late.release();
            app.clock.advance(Duration.ofMinutes(1));

            Eventually.until(
                    "the cancellation is resolved",
                    () -> outcome(unknown.path("id").asText())
                            .path("outcome")
                            .asText()
                            .equals("CANCELLED"));
            Eventually.until(
                    "the list shows it",
                    () -> app.get(TOKEN, "/customers/" + CUSTOMER + "/repairs")
                            .is(200)
                            .path("repairs")
                            .get(0)
                            .path("cancellation")
                            .path("reason")
                            .asText()
                            .equals("ALREADY_CANCELLED"));
            assertThat(app.cx.requests().count(Endpoint.CANCEL_ORDER)).isEqualTo(1);
        }

        /** Row U36: sent again only after it has proved to have come to nothing. */
        @Test
        void cancel_shouldBeUnknownAndSentAgainAfterProof_whenCxSaysDoneAndDoesNothing() {
            app.cx.faults().next(Endpoint.CANCEL_ORDER, Fault.successWithoutEffect());
            String id = cancel(CANCEL_REPAIR, "").is(202).path("id").asText();
            assertThat(app.cx.site().workOrder("1", "WO-1").orElseThrow().isCancelled())
                    .isFalse();
            assertThat(app.cx.requests().count(Endpoint.CANCEL_ORDER)).isEqualTo(1);

            app.clock.advance(Duration.ofMinutes(1));

            Eventually.until(
                    "the cancellation is resolved",
                    () -> outcome(id).path("outcome").asText().equals("CANCELLED"));
            assertThat(app.cx.site().workOrder("1", "WO-1").orElseThrow().isCancelled())
                    .isTrue();
            assertThat(app.cx.requests().count(Endpoint.CANCEL_ORDER)).isEqualTo(2);
        }

        @Test
        void cancel_shouldBeResolvedAfterARestart_whenTheServiceStoppedMeanwhile() {
            app.cx.faults().next(Endpoint.CANCEL_ORDER, Fault.resetAfterEffect());
            app.cx
                    .faults()
                    .when(
                            Endpoint.WORK_ORDER,
                            Integer.MAX_VALUE,
                            request -> app.cx.requests().count(Endpoint.CANCEL_ORDER) > 0,
                            Fault.status(500));
            String id = cancel(CANCEL_REPAIR, "").is(202).path("id").asText();
            app.restart();
            app.cx.faults().clear();
            app.clock.advance(Duration.ofMinutes(2));
            Eventually.until(
                    "the cancellation is resolved",
                    () -> outcome(id).path("outcome").asText().equals("CANCELLED"));
            assertThat(app.cx.requests().count(Endpoint.CANCEL_ORDER)).isEqualTo(1);
        }
    }

    @Nested
    class Idempotency {
        @Test
        void cancel_shouldAnswerTheSame_whenTheKeyIsRepeated() {
            JsonNode first = cancel(CANCEL_REPAIR, "{\"note\": \"n\"}", "Idempotency-Key", "key-1")
                    .is(200);
            JsonNode second = cancel(CANCEL_REPAIR, "{\"note\": \"n\"}", "Idempotency-Key", "key-1")
                    .is(200);
            assertThat(second).isEqualTo(first);
            cancel(CANCEL_REPAIR, "{\"note\": \"other\"}", "Idempotency-Key", "key-1")
                    .isProblem(422, "IDEMPOTENCY_KEY_REUSED");
            assertThat(app.cx.requests().count(Endpoint.CANCEL_ORDER)).isEqualTo(1);
        }

        @Test
        void cancel_shouldAnswerTheSame_whenTheKeyIsRepeatedAfterARestart() {
            JsonNode first =
                    cancel(CANCEL_VISIT, "", "Idempotency-Key", "key-2").is(200);
            app.restart();
            assertThat(cancel(CANCEL_VISIT, "", "Idempotency-Key", "key-2").is(200))
                    .isEqualTo(first);
            assertThat(app.cx.requests().count(Endpoint.CANCEL_APPOINTMENT)).isEqualTo(1);
        }

        @Test
        void cancel_shouldSendOneCall_whenEightRequestsCarryOneKey() throws Exception {
            List<Answer> answers = Together.times(8, () -> cancel(CANCEL_REPAIR, "", "Idempotency-Key", "key-8"));
            assertThat(answers)
                    .extracting(answer -> answer.is(200).path("outcome").asText())
                    .containsOnly("CANCELLED");
            assertThat(answers)
                    .extracting(answer -> answer.json().path("id").asText())
                    .containsOnly(answers.getFirst().json().path("id").asText());
            assertThat(app.cx.requests().count(Endpoint.CANCEL_ORDER)).isEqualTo(1);
        }

        @Test
        void cancel_shouldRefuse_whenTheKeyIsNoKey() {
            cancel(CANCEL_REPAIR, "", "Idempotency-Key", "a b").isProblem(400, "INVALID_INPUT");
            cancel(CANCEL_REPAIR, "", "Idempotency-Key", "x".repeat(201)).isProblem(400, "INVALID_INPUT");
            cancel(CANCEL_REPAIR, "", "Idempotency-Key", "a", "Idempotency-Key", "b")
                    .isProblem(400, "INVALID_INPUT");
        }
    }

    @Nested
    class LookingUp {
        @Test
        void find_shouldNotFind_whatIsNoneOfTheCustomers() {
            String id = cancel(CANCEL_VISIT, "").is(200).path("id").asText();
            String unknown = app.get(
                            TOKEN, "/customers/" + CUSTOMER + "/cancellations/00000000-0000-0000-0000-000000000000")
                    .isProblem(404, "NOT_FOUND")
                    .toString();
            for (String path : List.of(
                    "/customers/" + CUSTOMER + "/cancellations/x",
                    "/customers/" + CUSTOMER + "/cancellations/" + id + "%20",
                    "/customers/" + SampleSite.NEIGHBOUR + "/cancellations/" + id)) {
                assertThat(app.get(Tokens.PORTAL, path)
                                .isProblem(404, "NOT_FOUND")
                                .toString())
                        .isEqualTo(unknown);
            }
        }
    }
}
