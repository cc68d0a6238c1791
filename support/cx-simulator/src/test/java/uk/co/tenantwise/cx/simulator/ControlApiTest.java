package uk.co.tenantwise.cx.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlApiTest extends SimulatorTest {

    private static final String SCRIPT = "/simulator/faults";

    @Nested
    class Look {

        @Test
        void help_shouldListCallsFaultsAndEndpoints() throws Exception {
            JsonNode help = Caller.json(caller.get("/simulator"));

            assertThat(help.path("calls")).hasSizeGreaterThan(8);
            assertThat(help.path("faults").size()).isEqualTo(FaultJson.NAMES.size());
            assertThat(help.path("endpoints")).hasSize(Endpoint.values().length);
        }

        @Test
        void state_shouldShowEverything_butPasswordsAndTokens() throws Exception {
            String token =
                    Caller.json(caller.logIn("api", "secret")).path("Token").asText();
            caller.cancelOrder("1", "WO/1", Caller.cancelBody(ORDER));

            HttpResponse<String> response = caller.get("/simulator/state");

            JsonNode state = Caller.json(response);
            assertThat(state.path("companies")).hasSize(2);
            assertThat(state.path("contacts")).hasSize(2);
            assertThat(state.path("workOrders")
                            .path(0)
                            .path("row")
                            .path("RepairMasterStatusCode")
                            .asText())
                    .isEqualTo("Cancelled");
            assertThat(state.path("appointments")
                            .path(0)
                            .path("row")
                            .path("Status")
                            .asText())
                    .isEqualTo("Cancelled");
            assertThat(state.path("cancellations").path(0).path("reasonCode").asText())
                    .isEqualTo("TENANT");
            assertThat(response.body()).doesNotContain("secret", token);
        }

        @Test
        void requests_shouldShowCountsAndTheLatest() throws Exception {
            caller.get(ORDERS);
            caller.logIn("api", "wrong");

            JsonNode requests = Caller.json(caller.get("/simulator/requests"));

            assertThat(requests.path("counts").path("WORK_ORDERS").asInt()).isEqualTo(1);
            assertThat(requests.path("loginsRejected").asInt()).isEqualTo(1);
            assertThat(requests.path("tokensIssued").asInt()).isZero();
            assertThat(requests.path("latest").path(0).path("path").asText()).isEqualTo(ORDERS);
            assertThat(requests.path("latest").path(1).path("status").asInt()).isEqualTo(401);

            delete("/simulator/requests");
            assertThat(simulator.requests().all()).isEmpty();
        }

        @Test
        void customers_shouldBeThoseThatTheSiteHolds() throws Exception {
            assertThat(Caller.json(caller.get("/simulator/customers"))).isEmpty();

            site().put(Contact.of(DemoSite.HOMES, "C-1012", "Nia Specimen"));

            JsonNode customers = Caller.json(caller.get("/simulator/customers"));
            assertThat(customers).hasSize(1);
            assertThat(customers.path(0).path("contact").asText()).isEqualTo("C-1012");
            assertThat(customers.path(0).path("firstName").asText()).isEqualTo("Nia");
            assertThat(customers.path(0).path("shows").asText()).isNotBlank();
        }
    }

    @Nested
    class ScriptFaults {

        @Test
        void faults_shouldBeScriptedListedAndCleared() throws Exception {
            HttpResponse<String> made = caller.post(
                    SCRIPT,
                    "{\"endpoint\":\"work-orders\",\"fault\":\"status\",\"status\":503,\"headers\":{\"Retry-After\":\"5\"},\"body\":\"x\",\"times\":2}");
            assertThat(made.statusCode()).isEqualTo(201);

            HttpResponse<String> hit = caller.get(ORDERS);
            assertThat(hit.statusCode()).isEqualTo(503);
            assertThat(hit.headers().firstValue("Retry-After")).contains("5");
            assertThat(hit.body()).isEqualTo("x");
            JsonNode active = Caller.json(caller.get(SCRIPT));
            assertThat(active).hasSize(1);
            assertThat(active.path(0).path("left").asInt()).isEqualTo(1);
            assertThat(active.path(0).path("hits").asInt()).isEqualTo(1);

            delete(SCRIPT);
            assertThat(caller.get(ORDERS).statusCode()).isEqualTo(200);
            assertThat(Caller.json(caller.get(SCRIPT))).isEmpty();
        }

        @Test
        void everyFault_shouldBeScriptable_byItsName() throws Exception {
            Set<Class<?>> kinds = new LinkedHashSet<>();
            for (String name : FaultJson.NAMES.keySet()) {
                HttpResponse<String> made =
                        caller.post(SCRIPT, "{\"fault\":\"" + name + "\",\"endpoint\":\"CONTACT\",\"always\":true}");
                assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
            }

            simulator
                    .faults()
                    .active()
                    .forEach(script -> kinds.add(script.fault().getClass()));

            assertThat(kinds)
                    .containsExactlyInAnyOrder(
                            Fault.Answer.class,
                            Fault.Delay.class,
                            Fault.Hold.class,
                            Fault.HangUp.class,
                            Fault.Stall.class,
                            Fault.Truncated.class,
                            Fault.SlowDrip.class,
                            Fault.MalformedJson.class,
                            Fault.WrongContentType.class,
                            Fault.Oversized.class,
                            Fault.GzipBomb.class,
                            Fault.ExpireTokens.class,
                            Fault.EmptyList.class,
                            Fault.SuccessWithoutEffect.class,
                            Fault.LateEffect.class);
            assertThat(simulator.faults().active()).allMatch(script -> script.left() == Integer.MAX_VALUE);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "\"fault\":\"status\",\"afterEffect\":true | Answer[status=500",
                    "\"fault\":\"stall\",\"afterEffect\":true | Stall[acts=true]",
                    "\"fault\":\"reset\",\"afterEffect\":true | HangUp[acts=true, abrupt=true]",
                    "\"fault\":\"reset\" | HangUp[acts=false, abrupt=true]",
                    "\"fault\":\"close\" | HangUp[acts=false, abrupt=false]",
                    "\"fault\":\"hold\" | Hold[beforeEffect=true]",
                    "\"fault\":\"hold\",\"afterEffect\":true | Hold[beforeEffect=false]",
                    "\"fault\":\"delay\",\"millis\":25,\"beforeEffect\":true | Delay[time=PT0.025S, beforeEffect=true]",
                    "\"fault\":\"slow-drip\",\"millis\":5 | SlowDrip[pause=PT0.005S]",
                    "\"fault\":\"reset-mid-body\" | Truncated[abrupt=true]",
                    "\"fault\":\"oversized\",\"bytes\":77 | Oversized[bytes=77]",
                    "\"fault\":\"gzip-bomb\",\"bytes\":88 | GzipBomb[bytes=88]",
                    "\"fault\":\"wrong-content-type\",\"contentType\":\"a/b\" | WrongContentType[contentType=a/b]",
                    "\"fault\":\"late-effect\",\"requests\":3 | LateEffect[requests=3, then=SUCCESS]",
                    "\"fault\":\"late-effect\",\"requests\":3,\"reset\":true | LateEffect[requests=3, then=RESET]"
                })
        void parameters_shouldBeRead(String json, String fault) throws Exception {
            caller.post(SCRIPT, "{" + json + "}");

            assertThat(simulator.faults().active()).singleElement().satisfies(script -> {
                assertThat(script.fault().toString()).startsWith(fault);
                assertThat(script.endpoint()).isEqualTo(Endpoint.ANY);
                assertThat(script.left()).isEqualTo(1);
            });
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "[]",
                    "{}",
                    "{\"fault\":\"unheard-of\"}",
                    "{\"fault\":\"reset\",\"endpoint\":\"NOWHERE\"}",
                    "{\"fault\":\"reset\",\"times\":0}",
                    "{\"fault\":\"reset\",\"times\":\"two\"}",
                    "{\"fault\":\"status\",\"status\":99}",
                    "{\"fault\":\"oversized\",\"bytes\":0}",
                    "{\"fault\":\"delay\",\"millis\":-1}"
                })
        void script_shouldBeRefused_whenItMakesNoSense(String body) throws Exception {
            assertMessage(caller.post(SCRIPT, body), 400);
            assertThat(simulator.faults().active()).isEmpty();
        }
    }

    @Nested
    class Change {

        @Test
        void workOrder_shouldMove_whereCxPermitsIt() throws Exception {
            HttpResponse<String> moved =
                    caller.post("/simulator/work-orders/1/WO%2F1", "{\"status\":\"WorkInProgress\"}");
            assertThat(Caller.json(moved).path("RepairMasterStatusCode").asText())
                    .isEqualTo("WorkInProgress");

            assertMessage(caller.post("/simulator/work-orders/1/WO%2F1", "{\"status\":\"Entered\"}"), 409);

            caller.post("/simulator/work-orders/1/WO%2F1", "{\"status\":\"Entered\",\"force\":true}");
            assertThat(site().workOrder("1", "WO/1").orElseThrow().masterStatus())
                    .isEqualTo("Entered");
        }

        @Test
        void workOrder_shouldBeNotFoundOrRefused() throws Exception {
            assertMessage(caller.post("/simulator/work-orders/1/nothing", "{\"status\":\"OnHold\"}"), 404);
            assertMessage(
                    caller.post("/simulator/work-orders/1/nothing", "{\"status\":\"OnHold\",\"force\":true}"), 404);
            assertMessage(caller.post("/simulator/work-orders/1", "{\"status\":\"OnHold\"}"), 404);
            assertMessage(caller.post("/simulator/work-orders", "{\"status\":\"OnHold\"}"), 404);
            assertMessage(caller.post("/simulator/work-orders/1/WO%2F1", "{}"), 400);
        }

        @Test
        void appointment_shouldChangeStatusAndTime() throws Exception {
            String path = "/simulator/appointments/1/" + BOOKED.uid();

            caller.post(path, "{\"start\":\"2026-12-10T08:00\"}");
            assertThat(site().appointment("1", BOOKED.uid()).orElseThrow().isBooked())
                    .isTrue();
            assertThat(column(caller.get(VISITS), "StartDateTime")).containsExactly("2026-12-10T08:00:00");

            caller.post(path, "{\"status\":\"No Access\"}");
            assertThat(column(caller.get(VISITS), "Status")).containsExactly("No Access");
            assertMessage(caller.post(path, "{\"start\":\"soon\"}"), 400);
            assertMessage(caller.post("/simulator/appointments/1/nothing", "{}"), 404);
        }

        @Test
        void tokens_shouldExpire_onCommand() throws Exception {
            caller.post("/simulator/expire-tokens", "");

            assertMessage(caller.get(COMPANIES), 401);
        }

        @Test
        void reset_shouldBringBackTheStart() throws Exception {
            site().removeWorkOrder("1", "WO/1");

            caller.post("/simulator/reset", "");

            assertThat(site().workOrders()).containsExactly(ORDER);
        }

        @Test
        void unknownCall_shouldBeNotFound() throws Exception {
            assertMessage(caller.get("/simulator/nothing"), 404);
            assertMessage(caller.post("/simulator", "{}"), 404);
            assertThat(simulator.requests().count(Endpoint.ANY)).isZero();
        }
    }

    private void delete(String path) throws Exception {
        assertThat(caller.send("DELETE", path, "application/json", "").statusCode())
                .isEqualTo(200);
    }
}
