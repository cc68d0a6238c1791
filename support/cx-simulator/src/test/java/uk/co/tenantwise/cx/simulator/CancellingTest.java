package uk.co.tenantwise.cx.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CancellingTest extends SimulatorTest {

    private static final String CANCEL_VISIT = "/api/companies/1/appointments/" + BOOKED.uid() + "/cancel";

    @Nested
    class CancelOrder {

        @Test
        void cancelOrder_shouldCancelBookedAppointmentsToo() throws Exception {
            Appointment done = Appointment.forOrder(ORDER, VISIT.minusDays(20)).status("Completed");
            Appointment second = Appointment.forOrder(ORDER, VISIT.plusDays(1)).status("booked");
            Appointment unlinked = Appointment.inspection("1", "C-1", VISIT);
            site().put(done).put(second).put(unlinked);

            assertSuccess(caller.cancelOrder("1", "WO/1", Caller.cancelBody(ORDER)));

            WorkOrder cancelled = site().workOrder("1", "WO/1").orElseThrow();
            assertThat(cancelled.isCancelled()).isTrue();
            assertThat(cancelled.row().text("RepairStatusCode")).contains("CANX");
            assertThat(cancelled.row().text("RepairStatusDescription")).contains("Cancelled");
            assertThat(statusOf(BOOKED)).isEqualTo("Cancelled");
            assertThat(statusOf(second)).isEqualTo("Cancelled");
            assertThat(statusOf(done)).isEqualTo("Completed");
            assertThat(statusOf(unlinked)).isEqualTo("Booked");
            assertThat(site().cancellations())
                    .containsExactly(new Cancellation(
                            Endpoint.CANCEL_ORDER,
                            "1",
                            "WO/1",
                            Optional.of("2026-12-04T12:00:00"),
                            Optional.of("TENANT"),
                            Optional.of("by the tenant")));
        }

        @Test
        void cancelOrder_shouldLeaveTheOtherCompanyAlone_whenReferencesAreTheSame() throws Exception {
            WorkOrder other = WorkOrder.of("2", "C-1", "WO/1", CREATED);
            Appointment otherVisit = Appointment.forOrder(other, VISIT);
            site().put(other).put(otherVisit);

            assertSuccess(caller.cancelOrder("1", "WO/1", Caller.cancelBody(ORDER)));

            assertThat(site().workOrder("2", "WO/1").orElseThrow().masterStatus())
                    .isEqualTo("Issued");
            assertThat(statusOf(otherVisit)).isEqualTo("Booked");
        }

        @Test
        void cancelOrder_shouldAcceptZeroGuid_asNotKnown() throws Exception {
            assertSuccess(caller.cancelOrder("1", "WO/1", Caller.cancelBody(UID_NOT_KNOWN, "CANX", "TENANT")));
        }

        @Test
        void cancelOrder_shouldBeRefused_whenGuidIsOfAnotherOrder() throws Exception {
            String uid = "0f8fad5b-d9cb-469f-a165-70867728950e";

            assertRefused(
                    caller.cancelOrder("1", "WO/1", Caller.cancelBody(uid, "CANX", "TENANT")), 200, "UID_MISMATCH");
            assertUntouched();
        }

        @ParameterizedTest
        @CsvSource({
            "C-TEN, TENANT, INVALID_STATUS_CODE",
            "canx, TENANT, INVALID_STATUS_CODE",
            "CANX, T01, INVALID_REASON_CODE"
        })
        void cancelOrder_shouldBeRefused_whenCodesAreNotOfThisCompany(String status, String reason, String code)
                throws Exception {
            assertRefused(caller.cancelOrder("1", "WO/1", Caller.cancelBody(UID_NOT_KNOWN, status, reason)), 200, code);
            assertUntouched();
        }

        @Test
        void cancelOrder_shouldBeRefused_whenAnyTaskIsInvoiced() throws Exception {
            site().put(ORDER.task(Task.of("S1", "a")).task(Task.of("S2", "b").whenInvoiced()));

            assertRefused(caller.cancelOrder("1", "WO/1", Caller.cancelBody(ORDER)), 200, "TASK_INVOICED");
            assertUntouched();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Entered",
                    "Open",
                    "AwaitingAuthorisation",
                    "AwaitingVariationAuthorisation",
                    "AwaitingPreInspection",
                    "Issued",
                    "WorkInProgress",
                    "OnHold",
                    "Varied",
                    "PartiallyComplete",
                    "work in progress"
                })
        void cancelOrder_shouldSucceed_inEveryStatusThatPermitsIt(String status) throws Exception {
            site().put(ORDER.status(status));

            assertSuccess(caller.cancelOrder("1", "WO/1", Caller.cancelBody(ORDER)));
        }

        @ParameterizedTest
        @CsvSource({
            "Complete, STATUS_NOT_ALLOWED",
            "FullyInvoiced, STATUS_NOT_ALLOWED",
            "AwaitingMaterials, STATUS_NOT_ALLOWED",
            "Cancelled, ALREADY_CANCELLED"
        })
        void cancelOrder_shouldBeRefused_inEveryOtherStatus(String status, String code) throws Exception {
            site().put(ORDER.status(status));

            assertRefused(caller.cancelOrder("1", "WO/1", Caller.cancelBody(ORDER)), 200, code);
            assertThat(statusOf(BOOKED)).isEqualTo("Booked");
        }

        @Test
        void cancelOrder_shouldBeRefusedWith409_whenSiteTellsItSo() throws Exception {
            site().style(SiteStyle.USUAL.with(SiteStyle.Refusals.CONFLICT_409));

            assertRefused(
                    caller.cancelOrder("1", "WO/1", Caller.cancelBody(UID_NOT_KNOWN, "X", "Y")),
                    409,
                    "INVALID_STATUS_CODE");
        }

        @Test
        void cancelOrder_shouldTakeEffectOnce_whenManyAskAtOnce() throws Exception {
            List<CompletableFuture<String>> answers = IntStream.range(0, 20)
                    .mapToObj(number -> caller.postAsync(
                                    "/api/companies/1/work-orders/WO%2F1/cancel", Caller.cancelBody(ORDER))
                            .thenApply(response -> response.body()))
                    .toList();

            assertThat(answers.stream().map(CompletableFuture::join).filter(body -> body.contains("\"Success\":true")))
                    .hasSize(1);
            assertThat(site().cancellations()).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "[]",
                    "{}",
                    "{\"WorkOrderUid\":\"x\",\"RepairStatusCode\":\"CANX\",\"CancelDate\":\"2026-12-04T12:00:00\",\"CancelReasonCode\":\"TENANT\"}",
                    "{\"WorkOrderUid\":\"00000000-0000-0000-0000-000000000000\",\"RepairStatusCode\":\"CANX\",\"CancelDate\":\"4.12.2026\",\"CancelReasonCode\":\"TENANT\"}",
                    "{\"WorkOrderUid\":\"00000000-0000-0000-0000-000000000000\",\"RepairStatusCode\":\"\",\"CancelDate\":\"2026-12-04T12:00:00\",\"CancelReasonCode\":\"TENANT\"}",
                    "{\"WorkOrderUid\":\"00000000-0000-0000-0000-000000000000\",\"RepairStatusCode\":\"CANX\",\"CancelDate\":\"2026-12-04T12:00:00\"}",
                    "{\"WorkOrderUid\":\"00000000-0000-0000-0000-000000000000\",\"RepairStatusCode\":\"CANX\",\"CancelDate\":\"2026-12-04T12:00:00\",\"CancelReasonCode\":\"TENANT\",\"CancelNote\":7}"
                })
        void cancelOrder_shouldBreakTheContract_whenBodyIsMalformed(String body) throws Exception {
            assertMessage(caller.cancelOrder("1", "WO/1", body), 400);
            assertUntouched();
        }

        @ParameterizedTest
        @ValueSource(strings = {"2026-12-04T12:00:00Z", "2026-12-04T12:00:00.123+00:00", "2026-12-04T12:00"})
        void cancelOrder_shouldReadDate_withAndWithoutOffset(String date) throws Exception {
            String body = Caller.cancelBody(ORDER).replace("2026-12-04T12:00:00", date);

            assertSuccess(caller.cancelOrder("1", "WO/1", body));
        }

        @Test
        void cancelOrder_shouldBeNotFound_whenOrderIsUnknown() throws Exception {
            assertMessage(caller.cancelOrder("1", "WO/2", Caller.cancelBody(ORDER)), 404);
            assertMessage(caller.cancelOrder("2", "WO/1", Caller.cancelBody(ORDER)), 404);
        }

        @Test
        void cancelOrder_shouldBeRefused_withoutToken() throws Exception {
            assertMessage(caller.with(null).cancelOrder("1", "WO/1", Caller.cancelBody(ORDER)), 401);
            assertUntouched();
        }

        private void assertUntouched() {
            assertThat(site().workOrder("1", "WO/1").orElseThrow().masterStatus())
                    .isEqualTo("Issued");
            assertThat(statusOf(BOOKED)).isEqualTo("Booked");
            assertThat(site().cancellations()).isEmpty();
        }
    }

    @Nested
    class CancelAppointment {

        @Test
        void cancelAppointment_shouldLeaveItsOrderOpen() throws Exception {
            assertSuccess(caller.post(CANCEL_VISIT, "{\"CancelNote\":\"away\"}"));

            assertThat(statusOf(BOOKED)).isEqualTo("Cancelled");
            assertThat(site().workOrder("1", "WO/1").orElseThrow().masterStatus())
                    .isEqualTo("Issued");
            assertThat(site().cancellations())
                    .containsExactly(new Cancellation(
                            Endpoint.CANCEL_APPOINTMENT,
                            "1",
                            BOOKED.uid(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of("away")));
        }

        @Test
        void cancelAppointment_shouldNeedNoBody_andReadGuidInAnyCase() throws Exception {
            assertSuccess(
                    caller.post(CANCEL_VISIT.replace(BOOKED.uid(), BOOKED.uid().toUpperCase(Locale.ROOT)), ""));
        }

        @ParameterizedTest
        @ValueSource(strings = {"Completed", "No Access", "Cancelled", "Rescheduling requested", ""})
        void cancelAppointment_shouldBeRefused_unlessBooked(String status) throws Exception {
            site().put(BOOKED.status(status));

            assertRefused(caller.post(CANCEL_VISIT, "{}"), 200, "APPOINTMENT_NOT_BOOKED");
            assertThat(statusOf(BOOKED)).isEqualTo(status);
        }

        @Test
        void cancelAppointment_shouldBeNotFoundOrMalformed() throws Exception {
            assertMessage(caller.post("/api/companies/2/appointments/" + BOOKED.uid() + "/cancel", "{}"), 404);
            assertMessage(caller.post("/api/companies/1/appointments/nonsense/cancel", "{}"), 404);
            assertMessage(caller.post(CANCEL_VISIT, "nonsense"), 400);
            assertThat(statusOf(BOOKED)).isEqualTo("Booked");
        }
    }

    private String statusOf(Appointment appointment) {
        return site().appointment(appointment.company(), appointment.uid())
                .orElseThrow()
                .status();
    }
}
