package uk.co.tenantwise.cx.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest extends SimulatorTest {

    private static final Duration SOON = Caller.PATIENCE;
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final String CANCEL = "/api/companies/1/work-orders/WO%2F1/cancel";

    @Nested
    class Scripting {

        @Test
        void script_shouldHappenToTheNextRequests_thenNoMore() throws Exception {
            Script script = faults().next(Endpoint.COMPANIES, 2, Fault.status(503));

            assertThat(caller.get(ORDERS).statusCode()).isEqualTo(200);
            assertThat(Stream.of(1, 2, 3).map(any -> status(COMPANIES))).containsExactly(503, 503, 200);
            assertThat(script.hits()).isEqualTo(2);
            assertThat(script.left()).isZero();
            assertThat(faults().active()).isEmpty();
        }

        @Test
        void script_shouldGoOn_untilItsEndpointIsCleared() throws Exception {
            faults().always(Endpoint.COMPANIES, Fault.status(500));
            faults().always(Endpoint.CONTACT, Fault.status(502));
            assertThat(Stream.of(1, 2, 3).map(any -> status(COMPANIES))).containsExactly(500, 500, 500);

            faults().clear(Endpoint.COMPANIES);

            assertThat(status(COMPANIES)).isEqualTo(200);
            assertThat(status("/api/companies/1/contacts/C-1")).isEqualTo(502);
            faults().clear();
            assertThat(status("/api/companies/1/contacts/C-1")).isEqualTo(200);
        }

        @Test
        void script_shouldHappenToEveryCall_whenItIsForAny() throws Exception {
            faults().next(Endpoint.ANY, 4, Fault.status(503));

            assertThat(Stream.of(COMPANIES, ORDERS, VISITS, "/nowhere").map(FaultsTest.this::status))
                    .containsOnly(503);
            assertThat(status(COMPANIES)).isEqualTo(200);
        }

        @Test
        void script_shouldHappenToFilteredRequestsOnly() throws Exception {
            faults().when(
                            Endpoint.CONTACT,
                            5,
                            request -> request.arguments().get(0).equals("2"),
                            Fault.status(500));

            assertThat(status("/api/companies/1/contacts/C-1")).isEqualTo(200);
            assertThat(status("/api/companies/2/contacts/C-1")).isEqualTo(500);
        }

        @Test
        void earliestScript_shouldDecide_whenSeveralCould() throws Exception {
            faults().next(Endpoint.COMPANIES, Fault.status(500));
            faults().next(Endpoint.ANY, Fault.status(502));

            assertThat(Stream.of(1, 2, 3).map(any -> status(COMPANIES))).containsExactly(500, 502, 200);
        }

        @Test
        void awaitHits_shouldTimeOut_whenNothingHappens() {
            Script script = faults().next(Endpoint.COMPANIES, Fault.status(500));

            assertThatThrownBy(() -> script.awaitHits(1, Duration.ofMillis(1)))
                    .isInstanceOf(TimeoutException.class)
                    .hasMessageContaining("COMPANIES");
        }

        @Test
        void next_shouldReject_whatCannotBeScripted() {
            assertThatIllegalArgumentException().isThrownBy(() -> faults().next(Endpoint.ANY, 0, Fault.reset()));
            assertThatIllegalArgumentException().isThrownBy(() -> Fault.status(700));
            assertThatIllegalArgumentException().isThrownBy(() -> Fault.oversized(0));
            assertThatIllegalArgumentException().isThrownBy(() -> Fault.lateEffect(-1));
        }

        @Test
        void scripts_shouldNotPileUp_whenThousandsAreMade() {
            for (int i = 0; i < 1_500; i++) {
                faults().next(Endpoint.COMPANIES, Fault.status(500));
                status(COMPANIES);
            }

            assertThat(faults().kept()).isLessThanOrEqualTo(1_000);
        }
    }

    @Nested
    class Answers {

        @Test
        void status_shouldCarryHeadersAndBody_withoutEffect() throws Exception {
            faults().next(
                            Endpoint.CANCEL_ORDER,
                            Fault.status(429).header("Retry-After", "7").body("slow down"));

            HttpResponse<String> response = cancel();

            assertThat(response.statusCode()).isEqualTo(429);
            assertThat(response.headers().firstValue("Retry-After")).contains("7");
            assertThat(response.body()).isEqualTo("slow down");
            assertThat(isCancelled()).isFalse();
        }

        @Test
        void status_shouldComeAfterTheEffect_whenScriptedSo() throws Exception {
            faults().next(Endpoint.CANCEL_ORDER, Fault.status(500).afterEffect());

            assertMessage(cancel(), 500);
            assertThat(isCancelled()).isTrue();
        }

        @Test
        void htmlAnswers_shouldLookLikeThoseOfARealSite() throws Exception {
            faults().next(Endpoint.COMPANIES, Fault.loginPage());
            LoggingInTest.assertLoginPage(caller.get(COMPANIES));

            faults().next(Endpoint.COMPANIES, Fault.redirectToLogin());
            HttpResponse<String> redirect = caller.get(COMPANIES);
            assertThat(redirect.statusCode()).isEqualTo(302);
            assertThat(redirect.headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).startsWith("/Account/Login"));

            faults().next(Endpoint.LOGIN, Fault.edgeForbidden());
            HttpResponse<String> edge = caller.logIn("api", "secret");
            assertThat(edge.statusCode()).isEqualTo(403);
            assertThat(edge.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        }

        @Test
        void noPermission_shouldBeJson() throws Exception {
            faults().next(Endpoint.COMPANIES, Fault.noPermission());

            assertMessage(caller.get(COMPANIES), 403);
        }

        @Test
        void rejectedCredentials_shouldCountAsRejected_withoutLocking() throws Exception {
            faults().next(Endpoint.LOGIN, 20, Fault.rejectCredentials());
            for (int i = 0; i < 20; i++) {
                assertMessage(caller.logIn("api", "secret"), 401);
            }

            assertThat(simulator.requests().loginsRejected()).isEqualTo(20);
            assertThat(caller.logIn("api", "secret").statusCode()).isEqualTo(200);
        }

        @Test
        void expiredTokens_shouldBeRefused_untilTheNextLogin() throws Exception {
            faults().next(Endpoint.WORK_ORDERS, Fault.expireTokens());

            assertMessage(caller.get(ORDERS), 401);
            assertMessage(caller.get(COMPANIES), 401);
            assertThat(caller.loggedIn("api", "secret").get(ORDERS).statusCode())
                    .isEqualTo(200);
        }

        @Test
        void emptyList_shouldReplaceListsOnly() throws Exception {
            faults().always(Endpoint.ANY, Fault.emptyList());

            assertThat(caller.get(ORDERS).body()).isEqualTo("[]");
            assertThat(caller.get(VISITS).body()).isEqualTo("[]");
            assertThat(caller.get(COMPANIES).body()).isEqualTo("[]");
            assertThat(caller.get("/api/companies/1/contacts/C-1").body()).contains("Megan");
            assertMessage(caller.get("/api/companies/1/contacts/C-2/work-orders"), 404);
        }

        @Test
        void wrongContentType_shouldLeaveTheBodyAlone() throws Exception {
            String body = caller.get(ORDERS).body();
            faults().next(Endpoint.WORK_ORDERS, Fault.wrongContentType("text/plain"));

            HttpResponse<String> response = caller.get(ORDERS);

            assertThat(response.headers().firstValue("Content-Type")).contains("text/plain");
            assertThat(response.body()).isEqualTo(body);
        }

        @Test
        void malformedJson_shouldBeFramedCorrectly() throws Exception {
            faults().next(Endpoint.WORK_ORDERS, Fault.malformedJson());

            HttpResponse<String> response = caller.get(ORDERS);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).startsWith("[{");
            assertThatThrownBy(() -> Caller.json(response)).isInstanceOf(IOException.class);
        }

        @Test
        void oversizedBody_shouldBeValidJson_inChunks() throws Exception {
            faults().next(Endpoint.WORK_ORDERS, Fault.oversized(3_000_000));

            HttpResponse<String> response = caller.get(ORDERS);

            assertThat(response.body()).hasSize(3_000_000);
            assertThat(column(response, "WorkOrderReference")).containsExactly("WO/1");
            assertThat(response.headers().firstValue("Content-Length")).isEmpty();
        }

        @Test
        void gzipBomb_shouldBeSmall_andInflateToItsSize() throws Exception {
            faults().next(Endpoint.WORK_ORDERS, Fault.gzipBomb(20_000_000));

            HttpResponse<byte[]> response = caller.getBytes(ORDERS);

            assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
            assertThat(response.body().length).isLessThan(200_000);
            assertThat(new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes())
                    .hasSize(20_000_000);
        }
    }

    @Nested
    class Waiting {

        @Test
        void delay_shouldKeepTheAnswerBack_afterTheEffect() throws Exception {
            Script script = faults().next(Endpoint.CANCEL_ORDER, Fault.delay(AN_HOUR));

            CompletableFuture<HttpResponse<String>> answer = caller.postAsync(CANCEL, Caller.cancelBody(ORDER));

            script.awaitHits(1, SOON);
            assertThat(isCancelled()).isTrue();
            assertThat(answer).isNotDone();
            script.release();
            assertSuccess(answer.get(10, TimeUnit.SECONDS));
        }

        @Test
        void delayBeforeEffect_shouldKeepTheEffectBack() throws Exception {
            Script script = faults().next(Endpoint.CANCEL_ORDER, Fault.delayBeforeEffect(AN_HOUR));

            CompletableFuture<HttpResponse<String>> answer = caller.postAsync(CANCEL, Caller.cancelBody(ORDER));

            script.awaitHits(1, SOON);
            assertThat(isCancelled()).isFalse();
            script.release();
            assertSuccess(answer.get(10, TimeUnit.SECONDS));
            assertThat(isCancelled()).isTrue();
        }

        @Test
        void delay_shouldPassByItself_andComeOnTopOfAnotherFault() throws Exception {
            faults().next(Endpoint.COMPANIES, Fault.delay(Duration.ofMillis(30)));
            faults().next(Endpoint.COMPANIES, Fault.status(503));
            long start = System.nanoTime();

            assertThat(status(COMPANIES)).isEqualTo(503);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(30));
        }

        @Test
        void hold_shouldStopRequestsTogether_untilReleased() throws Exception {
            Script script = faults().always(Endpoint.WORK_ORDERS, Fault.hold());

            List<CompletableFuture<HttpResponse<String>>> answers =
                    Stream.generate(() -> caller.getAsync(ORDERS)).limit(5).toList();

            script.awaitHits(5, SOON);
            assertThat(simulator.requests().inFlight(Endpoint.WORK_ORDERS)).isEqualTo(5);
            assertThat(status(COMPANIES)).isEqualTo(200);
            site().put(ORDER.describedAs("changed while held"));
            script.release();
            for (CompletableFuture<HttpResponse<String>> answer : answers) {
                assertThat(answer.get(10, TimeUnit.SECONDS).body()).contains("changed while held");
            }
            assertThat(simulator.requests().maxConcurrent(Endpoint.WORK_ORDERS)).isEqualTo(5);
            simulator.requests().awaitIdle(Endpoint.ANY, SOON);
        }

        @Test
        void holdAnswer_shouldAnswerWhatWasTrueBefore() throws Exception {
            Script script = faults().next(Endpoint.WORK_ORDERS, Fault.holdAnswer());
            CompletableFuture<HttpResponse<String>> answer = caller.getAsync(ORDERS);
            script.awaitHits(1, SOON);

            site().put(ORDER.describedAs("changed while held"));
            faults().clear();

            assertThat(answer.get(10, TimeUnit.SECONDS).body()).doesNotContain("changed while held");
        }

        @Test
        void stall_shouldNeverAnswer_andHaveNoEffect() throws Exception {
            Script script = faults().next(Endpoint.CANCEL_ORDER, Fault.stall());
            try (RawCall call = rawCancel()) {
                script.awaitHits(1, SOON);

                assertThat(call.isSilent()).isTrue();
                assertThat(isCancelled()).isFalse();
                script.release();
                assertThat(call.ending()).isEqualTo(new RawCall.Ending("", true));
            }
            assertThat(isCancelled()).isFalse();
            assertThat(simulator
                            .requests()
                            .last(Endpoint.CANCEL_ORDER)
                            .orElseThrow()
                            .status())
                    .isZero();
        }

        @Test
        void stallAfterEffect_shouldNeverAnswer_butAct() throws Exception {
            Script script = faults().next(Endpoint.CANCEL_ORDER, Fault.stallAfterEffect());
            try (RawCall call = rawCancel()) {
                script.awaitHits(1, SOON);

                assertThat(isCancelled()).isTrue();
                assertThat(call.isSilent()).isTrue();
            }
        }

        @Test
        void slowDrip_shouldSendHeadAtOnce_thenByteByByte() throws Exception {
            String whole = caller.get(ORDERS).body();
            Script script = faults().next(Endpoint.WORK_ORDERS, Fault.slowDrip(AN_HOUR));
            try (RawCall call = raw(ORDERS)) {
                assertThat(call.head()).contains("200 OK").contains("Content-Length: " + whole.length());
                assertThat(call.isSilent()).isTrue();

                script.release();

                assertThat(call.body(whole.length())).isEqualTo(whole);
            }
        }

        @Test
        void slowDrip_shouldRunThroughByItself() throws Exception {
            String whole = caller.get(ORDERS).body();
            faults().next(Endpoint.WORK_ORDERS, Fault.slowDrip(Duration.ofNanos(1)));

            assertThat(caller.get(ORDERS).body()).isEqualTo(whole);
        }

        @Test
        void close_shouldDropHeldRequests() throws Exception {
            Script script = faults().next(Endpoint.CANCEL_ORDER, Fault.stall());
            try (RawCall call = rawCancel()) {
                script.awaitHits(1, SOON);

                simulator.close();

                assertThat(call.ending().received()).isEmpty();
            }
        }
    }

    @Nested
    class HangingUp {

        @Test
        void reset_shouldResetTheConnection_withoutEffect() throws Exception {
            faults().next(Endpoint.CANCEL_ORDER, Fault.reset());
            try (RawCall call = rawCancel()) {
                assertThat(call.ending()).isEqualTo(new RawCall.Ending("", true));
            }
            assertThat(isCancelled()).isFalse();
        }

        @Test
        void resetAfterEffect_shouldActFirst() throws Exception {
            faults().next(Endpoint.CANCEL_ORDER, Fault.resetAfterEffect());
            try (RawCall call = rawCancel()) {
                assertThat(call.ending()).isEqualTo(new RawCall.Ending("", true));
            }
            assertThat(isCancelled()).isTrue();
        }

        @Test
        void close_shouldEndTheConnectionInGoodOrder() throws Exception {
            faults().next(Endpoint.COMPANIES, Fault.close());
            try (RawCall call = raw(COMPANIES)) {
                assertThat(call.ending()).isEqualTo(new RawCall.Ending("", false));
            }
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void truncation_shouldPromiseMoreThanItSends(boolean abrupt) throws Exception {
            String whole = caller.get(ORDERS).body();
            faults().next(Endpoint.WORK_ORDERS, abrupt ? Fault.resetMidBody() : Fault.truncated());
            try (RawCall call = raw(ORDERS)) {
                RawCall.Ending ending = call.ending();

                assertThat(ending.abrupt()).isEqualTo(abrupt);
                assertThat(ending.received())
                        .contains("Content-Length: " + whole.length())
                        .endsWith("\r\n\r\n" + whole.substring(0, whole.length() / 2));
            }
        }
    }

    @Nested
    class Effects {

        @Test
        void successWithoutEffect_shouldLie() throws Exception {
            faults().next(Endpoint.CANCEL_ORDER, Fault.successWithoutEffect());
            faults().next(Endpoint.CANCEL_APPOINTMENT, Fault.successWithoutEffect());

            assertSuccess(cancel());
            assertSuccess(caller.post("/api/companies/1/appointments/" + BOOKED.uid() + "/cancel", ""));

            assertThat(isCancelled()).isFalse();
            assertThat(site().appointment("1", BOOKED.uid()).orElseThrow().isBooked())
                    .isTrue();
            assertThat(site().cancellations()).isEmpty();
        }

        @Test
        void lateEffect_shouldBeSeenAfterSoManyRequests() throws Exception {
            faults().next(Endpoint.CANCEL_ORDER, Fault.lateEffect(2));

            assertSuccess(cancel());

            assertThat(isCancelled()).isFalse();
            assertThat(Stream.of(1, 2, 3, 4).map(any -> masterStatus()))
                    .containsExactly("Issued", "Issued", "Cancelled", "Cancelled");
            assertThat(site().cancellations()).hasSize(1);
        }

        @Test
        void lateEffect_shouldBeSeenByTheNextRequest_whenNoneIsToMissIt() throws Exception {
            faults().next(Endpoint.CANCEL_ORDER, Fault.lateEffect(0));

            assertSuccess(cancel());

            assertThat(masterStatus()).isEqualTo("Cancelled");
        }

        @Test
        void lateEffectAfterReset_shouldComeAtRelease() throws Exception {
            Script script = faults().next(Endpoint.CANCEL_ORDER, Fault.lateEffectAfterReset(1_000));
            try (RawCall call = rawCancel()) {
                assertThat(call.ending()).isEqualTo(new RawCall.Ending("", true));
            }
            assertThat(masterStatus()).isEqualTo("Issued");

            script.release();

            assertThat(masterStatus()).isEqualTo("Cancelled");
            assertThat(site().cancellations()).hasSize(1);
        }

        private String masterStatus() {
            try {
                return Caller.json(caller.get("/api/companies/1/work-orders/WO%2F1"))
                        .path("RepairMasterStatusCode")
                        .asText();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private int status(String path) {
        try {
            return caller.get(path).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> cancel() throws IOException, InterruptedException {
        return caller.cancelOrder("1", "WO/1", Caller.cancelBody(ORDER));
    }

    private boolean isCancelled() {
        return site().workOrder("1", "WO/1").orElseThrow().isCancelled();
    }

    private RawCall raw(String path) throws IOException, InterruptedException {
        return new RawCall(simulator, "GET", path, freshToken(), "");
    }

    private RawCall rawCancel() throws IOException, InterruptedException {
        return new RawCall(simulator, "POST", CANCEL, freshToken(), Caller.cancelBody(ORDER));
    }

    private String freshToken() throws IOException, InterruptedException {
        return Caller.json(caller.logIn("api", "secret")).path("Token").asText();
    }
}
