package uk.co.tenantwise.cx.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RequestsTest extends SimulatorTest {

    @Nested
    class Remember {

        @Test
        void request_shouldBeRemembered_withWhatItAskedAndGot() throws Exception {
            caller.get(ORDERS + "?CreatedFrom=2026-11-20");

            ReceivedRequest request =
                    simulator.requests().last(Endpoint.WORK_ORDERS).orElseThrow();
            assertThat(request.number()).isEqualTo(1);
            assertThat(request.at()).isEqualTo(Instant.parse("2026-12-04T12:00:00Z"));
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.path()).isEqualTo(ORDERS);
            assertThat(request.arguments()).containsExactly("1", "C-1");
            assertThat(request.query()).containsEntry("CreatedFrom", "2026-11-20");
            assertThat(request.headers()).containsKey("user-agent");
            assertThat(request.status()).isEqualTo(200);
        }

        @Test
        void request_shouldNeverHoldPasswordOrToken() throws Exception {
            String token =
                    Caller.json(caller.logIn("api", "secret")).path("Token").asText();
            caller.with(token).get(COMPANIES);
            caller.post("/api/companies", "{\"Password\":\"secret\"}");

            assertThat(simulator.requests().all()).hasSize(3);
            assertThat(simulator.requests().all().toString()).doesNotContain("secret", token);
            assertThat(site().user("api").orElseThrow().toString()).doesNotContain("secret");
        }

        @Test
        void body_shouldBeKept_forCancellations() throws Exception {
            caller.cancelOrder("1", "WO/1", Caller.cancelBody(ORDER));

            assertThat(simulator
                            .requests()
                            .last(Endpoint.CANCEL_ORDER)
                            .orElseThrow()
                            .body())
                    .isEqualTo(Caller.cancelBody(ORDER));
        }
    }

    @Nested
    class Count {

        @Test
        void count_shouldTellEndpointsAndPathsApart() throws Exception {
            caller.get(COMPANIES);
            caller.get(ORDERS);
            caller.get(ORDERS);
            caller.cancelOrder("1", "WO/1", Caller.cancelBody(ORDER));
            caller.get("/simulator/state");

            Requests requests = simulator.requests();
            assertThat(requests.count(Endpoint.WORK_ORDERS)).isEqualTo(2);
            assertThat(requests.count(Endpoint.ANY)).isEqualTo(4);
            assertThat(requests.count("POST", path -> path.endsWith("/cancel"))).isEqualTo(1);
            assertThat(requests.count("GET", path -> path.endsWith("/cancel"))).isZero();
            assertThat(requests.all(Endpoint.WORK_ORDERS)).hasSize(2);
            assertThat(requests.maxConcurrent(Endpoint.ANY)).isEqualTo(1);
            requests.clear();
            assertThat(requests.count(Endpoint.ANY)).isZero();
            assertThat(requests.all()).isEmpty();
            assertThat(requests.maxConcurrent(Endpoint.ANY)).isZero();
        }

        @Test
        void log_shouldBeBounded_whileCountsGoOn() throws Exception {
            try (CxSimulator small = CxSimulator.builder().requestsKept(3).start();
                    Caller anyone = new Caller(small)) {
                for (int i = 0; i < 5; i++) {
                    anyone.get("/n" + i);
                }

                assertThat(small.requests().all().stream().map(ReceivedRequest::path))
                        .containsExactly("/n2", "/n3", "/n4");
                assertThat(small.requests().count(Endpoint.OTHER)).isEqualTo(5);
            }
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CxSimulator.builder().requestsKept(0));
        }

        @Test
        void await_shouldReturnOnceReceived_orTimeOut() throws Exception {
            caller.get(COMPANIES);

            simulator.requests().await(Endpoint.COMPANIES, 1, Caller.PATIENCE);

            assertThatThrownBy(() -> simulator.requests().await(Endpoint.COMPANIES, 2, Duration.ofMillis(1)))
                    .isInstanceOf(TimeoutException.class);
        }
    }

    @Nested
    class Reset {

        @Test
        void reset_shouldBringBackTheStart() throws Exception {
            caller.cancelOrder("1", "WO/1", Caller.cancelBody(ORDER));
            site().style(SiteStyle.USUAL.withExtraKeys()).loginRules(LoginRules.USUAL.allowing(1));
            site().put(WorkOrder.of("1", "C-1", "more", CREATED));
            simulator.faults().always(Endpoint.ANY, Fault.status(500));

            simulator.reset();

            assertThat(site().workOrders()).containsExactly(ORDER);
            assertThat(site().appointments()).containsExactly(BOOKED);
            assertThat(site().cancellations()).isEmpty();
            assertThat(site().style()).isEqualTo(SiteStyle.USUAL);
            assertThat(site().loginRules()).isEqualTo(LoginRules.USUAL);
            assertThat(simulator.requests().all()).isEmpty();
            assertThat(simulator.liveTokens()).isZero();
            assertMessage(caller.get(COMPANIES), 401);
        }
    }
}
