package uk.co.tenantwise.cx.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest extends SimulatorTest {

    @Nested
    class Companies {

        @Test
        void companies_shouldBeListed_withoutCodeWhereThereIsNone() throws Exception {
            HttpResponse<String> response = caller.get(COMPANIES);

            assertThat(column(response, "CompanyId")).containsExactlyInAnyOrder("1", "2");
            assertThat(response.body()).contains("\"CompanyCode\":\"HOMES\"").doesNotContain("null");
        }

        @Test
        void companies_shouldLackOne_whenItIsRemovedOrHidden() throws Exception {
            site().removeCompany("2");
            assertThat(column(caller.get(COMPANIES), "CompanyId")).containsExactly("1");

            site().put(ONE.inUnit("LEGAL"));
            assertThat(column(caller.get(COMPANIES), "CompanyId")).isEmpty();
            assertMessage(caller.get(ORDERS), 404);
        }
    }

    @Nested
    class References {

        @Test
        void reference_shouldMeanAnotherThing_inAnotherCompany() throws Exception {
            site().put(WorkOrder.of("2", "C-1", "WO/1", CREATED).describedAs("the other one"));

            assertThat(caller.get("/api/companies/1/contacts/C-1").body()).contains("Megan");
            assertThat(caller.get("/api/companies/2/contacts/C-1").body()).contains("Poppy");
            assertThat(caller.get("/api/companies/2/work-orders/WO%2F1").body()).contains("the other one");
            assertThat(caller.get("/api/companies/1/work-orders/WO%2F1").body()).doesNotContain("the other one");
            assertMessage(caller.get("/api/companies/3/contacts/C-1"), 404);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "T/2024/17",
                    "00042 A",
                    "C#1",
                    "50%",
                    "W+7",
                    "Tŷ",
                    "a%2Fb",
                    "x?y=z",
                    "semi;colon",
                    "..",
                    ".",
                    "a&b=c",
                    "%",
                    "日本",
                    "q\"uote",
                    "back\\slash"
                })
        void reference_shouldBeDecodedExactlyOnce_whateverItHolds(String reference) throws Exception {
            WorkOrder order = WorkOrder.of("1", reference, reference, CREATED);
            site().put(Contact.of("1", reference, "X")).put(order).put(Appointment.forOrder(order, VISIT));
            String segment = encoded(reference);

            assertThat(caller.get("/api/companies/1/contacts/" + segment).body())
                    .contains(Json.MAPPER.getNodeFactory().textNode(reference).toString());
            assertThat(column(
                            caller.get("/api/companies/1/contacts/" + segment + "/work-orders"), "WorkOrderReference"))
                    .containsExactly(reference);
            assertThat(column(
                            caller.get("/api/companies/1/contacts/" + segment + "/appointments"), "WorkOrderReference"))
                    .containsExactly(reference);
            assertThat(caller.get("/api/companies/1/work-orders/" + segment).statusCode())
                    .isEqualTo(200);
            assertSuccess(caller.post("/api/companies/1/work-orders/" + segment + "/cancel", Caller.cancelBody(order)));
            assertThat(simulator
                            .requests()
                            .last(Endpoint.CANCEL_ORDER)
                            .orElseThrow()
                            .arguments())
                    .containsExactly("1", reference);
        }

        @Test
        void reference_shouldBeUnknown_whenItIsEncodedTwice() throws Exception {
            site().put(Contact.of("1", "a/b", "X"));

            assertThat(caller.get("/api/companies/1/contacts/a%2Fb").statusCode())
                    .isEqualTo(200);
            assertMessage(caller.get("/api/companies/1/contacts/a%252Fb"), 404);
        }

        @Test
        void reference_shouldBeRefused_whenItsEncodingIsNotUtf8() throws Exception {
            assertMessage(caller.get("/api/companies/1/contacts/%FF"), 400);
            assertThat(simulator.requests().count(Endpoint.OTHER)).isEqualTo(1);
        }

        /** Dots must stay a reference: a client may not see them resolved as a path. */
        private static String encoded(String reference) {
            return Caller.encoded(reference).replace(".", "%2E");
        }
    }

    @Nested
    class WorkOrders {

        @Test
        void workOrders_shouldCarryTheirFields_inUkLocalTime() throws Exception {
            site().put(ORDER.task(Task.of("S1", "Tap").in("Kitchen")).with("Priority", "Urgent"));

            JsonNode row = Caller.json(caller.get(ORDERS)).path(0);

            assertThat(row.path("WorkOrderReference").asText()).isEqualTo("WO/1");
            assertThat(row.path("ContactReference").asText()).isEqualTo("C-1");
            assertThat(row.path("CreatedDate").asText()).isEqualTo("2026-11-20T09:15:00");
            assertThat(row.path("RepairMasterStatusCode").asText()).isEqualTo("Issued");
            assertThat(row.path("WorkOrderUid").asText()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
            assertThat(row.path("Tasks").path(0).path("Location").asText()).isEqualTo("Kitchen");
            assertThat(row.path("Tasks").path(0).path("Invoiced").booleanValue())
                    .isFalse();
            assertThat(row.has("ContractorName")).isFalse();
        }

        @Test
        void workOrders_shouldStartAtCreatedFrom_inclusively() throws Exception {
            site().put(WorkOrder.of("1", "C-1", "day", LocalDateTime.of(2026, 11, 21, 0, 0)));
            site().put(WorkOrder.of("1", "C-1", "eve", LocalDateTime.of(2026, 11, 20, 23, 59)));
            site().put(WorkOrder.of("1", "C-1", "odd", CREATED).with("CreatedDate", "unknown"));

            assertThat(column(caller.get(ORDERS + "?CreatedFrom=2026-11-21"), "WorkOrderReference"))
                    .containsExactlyInAnyOrder("day", "odd");
            assertThat(column(caller.get(ORDERS + "?createdfrom=2026-11-20"), "WorkOrderReference"))
                    .hasSize(4);
            assertMessage(caller.get(ORDERS + "?CreatedFrom=21/11/2026"), 400);
        }

        @Test
        void workOrders_shouldAllBeListed_whenSiteIgnoresCreatedFrom() throws Exception {
            site().style(SiteStyle.USUAL.ignoringCreatedFrom());

            assertThat(column(caller.get(ORDERS + "?CreatedFrom=2030-01-01"), "WorkOrderReference"))
                    .containsExactly("WO/1");
        }

        @Test
        void workOrders_shouldComeUnsortedButSteady() throws Exception {
            List<String> references =
                    IntStream.range(10, 40).mapToObj(number -> "N" + number).toList();
            for (String reference : references) {
                site().put(WorkOrder.of("1", "C-1", reference, CREATED.plusDays(references.indexOf(reference))));
            }
            site().removeWorkOrder("1", "WO/1");

            List<String> listed = column(caller.get(ORDERS), "WorkOrderReference");

            assertThat(listed).containsExactlyInAnyOrderElementsOf(references).isNotEqualTo(references);
            assertThat(listed).isNotEqualTo(references.reversed());
            assertThat(column(caller.get(ORDERS), "WorkOrderReference")).isEqualTo(listed);
        }

        @Test
        void workOrders_shouldHoldWhatNoOrderIs_whenScriptedSo() throws Exception {
            site().put(ORDER.copies(2));
            site().put(WorkOrder.of("1", "C-1", "key", CREATED).with("WorkOrderReference", null));
            site().put(WorkOrder.of("1", "C-1", "foreign", CREATED).with("ContactReference", "C-9"));
            site().putLoose(Endpoint.WORK_ORDERS, "1", "C-1", null).putLoose(Endpoint.WORK_ORDERS, "1", "C-1", 7);

            HttpResponse<String> response = caller.get(ORDERS);

            assertThat(Caller.json(response)).hasSize(6);
            assertThat(column(response, "WorkOrderReference").stream().filter("WO/1"::equals))
                    .hasSize(2);
            assertThat(response.body())
                    .contains("\"WorkOrderReference\":null")
                    .contains("\"ContactReference\":\"C-9\"");
            assertThat(caller.get("/api/companies/1/work-orders/key").statusCode())
                    .isEqualTo(200);
        }

        @Test
        void workOrders_shouldBeEmptyOrNotFound_forKnownAndUnknownContacts() throws Exception {
            assertThat(column(caller.get("/api/companies/2/contacts/C-1/work-orders"), "WorkOrderReference"))
                    .isEmpty();
            assertMessage(caller.get("/api/companies/1/contacts/C-2/work-orders"), 404);
            assertMessage(caller.get("/api/companies/1/contacts/C-2/appointments"), 404);
            assertMessage(caller.get("/api/companies/1/contacts/c-1"), 404);
        }
    }

    @Nested
    class Appointments {

        @Test
        void appointments_shouldMixOrdersAndInspections() throws Exception {
            site().put(Appointment.inspection("1", "C-1", VISIT)).put(Appointment.inspectionFor(ORDER, VISIT));
            site().put(BOOKED.until(null).slot("AM"));

            HttpResponse<String> response = caller.get(VISITS);

            assertThat(column(response, "EntityType")).containsExactlyInAnyOrder("Order", "Inspection", "Inspection");
            assertThat(response.body()).contains("\"WorkOrderReference\":null").contains("\"EndDateTime\":null");
            assertThat(column(response, "StartDateTime")).containsOnly("2026-12-09T10:00:00");
        }

        @Test
        void appointments_shouldHoldUnreadableStart_whenScriptedSo() throws Exception {
            site().put(BOOKED.with("StartDateTime", "to be confirmed"));

            assertThat(column(caller.get(VISITS), "StartDateTime")).containsExactly("to be confirmed");
        }
    }

    @Nested
    class FunctionalUnits {

        @Test
        void hiddenThings_shouldLookUnknown_toUsersWithoutTheUnit() throws Exception {
            site().put(Contact.of("1", "C-H", "Hidden").inUnit("LEGAL"));
            site().put(ORDER.inUnit("LEGAL"));
            String unknown = caller.get("/api/companies/1/contacts/nobody").body();

            assertThat(caller.get("/api/companies/1/contacts/C-H").body()).isEqualTo(unknown);
            assertMessage(caller.get("/api/companies/1/contacts/C-H/work-orders"), 404);
            assertThat(column(caller.get(ORDERS), "WorkOrderReference")).isEmpty();
            assertThat(column(caller.get(VISITS), "AppointmentUid")).isEmpty();
            assertMessage(caller.get("/api/companies/1/work-orders/WO%2F1"), 404);
            assertMessage(caller.cancelOrder("1", "WO/1", Caller.cancelBody(ORDER)), 404);
            assertMessage(caller.post("/api/companies/1/appointments/" + BOOKED.uid() + "/cancel", ""), 404);
            assertThat(site().cancellations()).isEmpty();
        }

        @Test
        void hiddenThings_shouldBeSeen_byUsersWithTheUnit() throws Exception {
            site().put(ORDER.inUnit("LEGAL"));
            site().changeUser("api", user -> user.holding("LEGAL"));

            assertThat(column(caller.get(ORDERS), "WorkOrderReference")).containsExactly("WO/1");
            assertThat(column(caller.get(VISITS), "AppointmentUid")).containsExactly(BOOKED.uid());
        }

        @Test
        void hiddenAppointment_shouldBeAbsent_whileItsOrderIsSeen() throws Exception {
            site().put(BOOKED.inUnit("LEGAL"));

            assertThat(column(caller.get(VISITS), "AppointmentUid")).isEmpty();
            assertThat(column(caller.get(ORDERS), "WorkOrderReference")).hasSize(1);
        }
    }

    @Nested
    class Styles {

        @Test
        void dates_shouldCarryOffsetOrUtc_whenSiteWritesThemSo() throws Exception {
            site().put(ORDER.created(LocalDateTime.of(2026, 7, 1, 9, 30)));

            site().style(SiteStyle.USUAL.with(SiteStyle.Dates.OFFSET));
            assertThat(column(caller.get(ORDERS), "CreatedDate")).containsExactly("2026-07-01T09:30:00+01:00");
            assertThat(column(caller.get(VISITS), "StartDateTime")).containsExactly("2026-12-09T10:00:00Z");

            site().style(SiteStyle.USUAL.with(SiteStyle.Dates.UTC));
            assertThat(column(caller.get(ORDERS), "CreatedDate")).containsExactly("2026-07-01T08:30:00Z");
            assertThat(Caller.json(caller.logIn("api", "secret"))
                            .path("ExpiresAt")
                            .asText())
                    .isEqualTo("2026-12-04T12:30:00Z");
        }

        @Test
        void keys_shouldBeCasedOddly_whenSiteWritesThemSo() throws Exception {
            site().style(SiteStyle.USUAL.with(SiteStyle.Casing.CAMEL));
            assertThat(column(caller.get(ORDERS), "workOrderReference")).containsExactly("WO/1");
            site().style(SiteStyle.USUAL.with(SiteStyle.Casing.LOWER));
            assertThat(column(caller.get(ORDERS), "workorderreference")).containsExactly("WO/1");
            site().style(SiteStyle.USUAL.with(SiteStyle.Casing.UPPER));
            assertThat(column(caller.get(ORDERS), "WORKORDERREFERENCE")).containsExactly("WO/1");
            assertThat(Caller.json(caller.cancelOrder("1", "WO/1", Caller.cancelBody(ORDER)))
                            .path("SUCCESS")
                            .asBoolean())
                    .isTrue();
        }

        @Test
        void rows_shouldCarryMoreKeysAndNulls_whenSiteWritesThemSo() throws Exception {
            site().style(SiteStyle.USUAL.withExtraKeys().writingNulls());

            JsonNode row = Caller.json(caller.get(ORDERS)).path(0);

            assertThat(row.has("x-site field")).isTrue();
            assertThat(row.path("UserDefinedFields").isArray()).isTrue();
            assertThat(row.has("ContractorName")).isTrue();
            assertThat(row.path("ContractorName").isNull()).isTrue();
            assertThat(row.path("WorkOrderReference").asText()).isEqualTo("WO/1");
        }
    }

    @Nested
    class OtherRequests {

        @Test
        void request_shouldBeRefused_whenItIsNoCallOfTheContract() throws Exception {
            assertMessage(caller.get("/"), 404);
            assertMessage(caller.get("/api/companies/"), 404);
            assertMessage(caller.get("/api/companies/1/contacts/"), 404);
            assertMessage(caller.get("/api//companies"), 404);
            assertMessage(caller.post(COMPANIES, "{}"), 405);
            assertMessage(caller.get("/api/token"), 405);
            assertMessage(caller.post("/api/token", "x".repeat(70_000)), 413);
            assertThat(simulator.requests().count(Endpoint.OTHER)).isEqualTo(6);
        }

        @Test
        void answers_shouldBeDated_byTheClock() throws Exception {
            assertThat(caller.get(COMPANIES).headers().firstValue("Date")).contains("Fri, 4 Dec 2026 12:00:00 GMT");
        }
    }
}
