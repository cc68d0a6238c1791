package uk.co.tenantwise.cx.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.co.tenantwise.cx.adapter.http.Answers.empty;
import static uk.co.tenantwise.cx.adapter.http.Answers.html;
import static uk.co.tenantwise.cx.adapter.http.Answers.json;
import static uk.co.tenantwise.cx.adapter.http.Answers.ok;
import static uk.co.tenantwise.cx.adapter.http.Answers.redirect;
import static uk.co.tenantwise.cx.adapter.http.Faults.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.co.tenantwise.cx.domain.repair.AppointmentId;
import uk.co.tenantwise.cx.domain.repair.RepairReference;
import uk.co.tenantwise.cx.ports.driven.CxReply;
import uk.co.tenantwise.cx.ports.driven.RepairCancellation;
import uk.co.tenantwise.cx.ports.fault.CxFault;

class CancellingTest {
    private static final UUID UID = UUID.fromString("11111111-2222-4333-8444-000000001001");

    @RegisterExtension
    final StubCx cx = StubCx.plain();

    private CxReply cancelRepair(Optional<UUID> uid, String at, String note) {
        return cx.client()
                .cancelling()
                .cancelRepair(
                        cx.access(),
                        new RepairCancellation(
                                new RepairReference("WO/1"), uid, "CANC", "TENANT", Instant.parse(at), note));
    }

    private CxReply cancel() {
        return cancelRepair(Optional.of(UID), "2026-12-01T12:00:00Z", "");
    }

    private JsonNode sent() throws JsonProcessingException {
        return CxAsJson.MAPPER.readTree(
                Objects.requireNonNull(cx.requests().getFirst().getBody()).utf8());
    }

    @Nested
    class Sent {
        @Test
        void cancelRepair_shouldSendWhatCxAsksFor_whenAllIsKnown() throws JsonProcessingException {
            cx.answers(ok("{\"Success\":true}"));

            cancelRepair(Optional.of(UID), "2026-07-01T11:30:59.999Z", "Fixed \"it\"\nmyself é");

            assertThat(cx.requestLines()).containsExactly("POST /api/companies/1/work-orders/WO%2F1/cancel HTTP/1.1");
            assertThat(sent())
                    .isEqualTo(CxAsJson.MAPPER
                            .createObjectNode()
                            .put("WorkOrderUid", UID.toString())
                            .put("RepairStatusCode", "CANC")
                            .put("CancelDate", "2026-07-01T12:30:59")
                            .put("CancelReasonCode", "TENANT")
                            .put("CancelNote", "Fixed \"it\"\nmyself é"));
        }

        @Test
        void cancelRepair_shouldSendTheZeroGuidAndNoNote_whenTheyAreNotKnown() throws JsonProcessingException {
            cx.answers(ok("{\"Success\":true}"));

            cancelRepair(Optional.empty(), "2026-12-01T12:00:00Z", " ");

            assertThat(sent())
                    .isEqualTo(CxAsJson.MAPPER
                            .createObjectNode()
                            .put("WorkOrderUid", "00000000-0000-0000-0000-000000000000")
                            .put("RepairStatusCode", "CANC")
                            .put("CancelDate", "2026-12-01T12:00:00")
                            .put("CancelReasonCode", "TENANT"));
        }

        @Test
        void cancelAppointment_shouldSendAnObject_whenThereIsNoNote() throws JsonProcessingException {
            cx.answers(ok("{\"Success\":true}"));

            cx.client().cancelling().cancelAppointment(cx.access(), new AppointmentId("A 1"), "");

            assertThat(cx.requestLines()).containsExactly("POST /api/companies/1/appointments/A%201/cancel HTTP/1.1");
            assertThat(sent()).isEqualTo(CxAsJson.MAPPER.createObjectNode());
        }
    }

    @Nested
    class Replies {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"Success\":true}",
                    "{\"success\":\"True\"}",
                    "{\"SUCCESS\":true,\"ErrorCode\":null,\"Extra\":{}}",
                    "\uFEFF {\"Success\":true}"
                })
        void cancel_shouldBeAccepted_whenTheBodySaysSo(String body) {
            cx.answers(ok(body));

            assertThat(cancel()).isEqualTo(new CxReply.Accepted());
        }

        static Stream<MockResponse> refusals() {
            String body = "{\"Success\":false,\"ErrorCode\":\"E7\",\"ErrorMessage\":\"Already\\ton its way\"}";
            return Stream.of(ok(body), json(409, body), json(400, body), json(422, body), json(410, body));
        }

        @ParameterizedTest
        @MethodSource("refusals")
        void cancel_shouldBeDeclined_whenTheBodySaysSo(MockResponse refusal) {
            cx.answers(refusal);

            assertThat(cancel()).isEqualTo(new CxReply.Declined("E7", "Already on its way"));
        }

        @Test
        void cancel_shouldBeDeclinedWithoutWords_whenThereAreNone() {
            cx.answers(ok("{\"Success\":false}"));

            assertThat(cancel()).isEqualTo(new CxReply.Declined("", ""));
        }

        @Test
        void cancel_shouldCutTheMessage_whenItIsVeryLong() {
            cx.answers(ok("{\"Success\":false,\"ErrorMessage\":\"" + "x".repeat(5_000) + "\"}"));

            assertThat(cancel()).isEqualTo(new CxReply.Declined("", "x".repeat(500)));
        }

        static Stream<Arguments> unclear() {
            String yes = "{\"Success\":true}";
            String no = "{\"Success\":false}";
            return Stream.of(
                    Arguments.of(empty(200), CxFault.ContractBroken.class),
                    Arguments.of(empty(204), CxFault.ContractBroken.class),
                    Arguments.of(html(200), CxFault.ContractBroken.class),
                    Arguments.of(ok("{}"), CxFault.ContractBroken.class),
                    Arguments.of(ok("[]"), CxFault.ContractBroken.class),
                    Arguments.of(ok("true"), CxFault.ContractBroken.class),
                    Arguments.of(ok("{\"Success\":null}"), CxFault.ContractBroken.class),
                    Arguments.of(ok("{\"Success\":1}"), CxFault.ContractBroken.class),
                    Arguments.of(ok("{\"Success\":\"yes\"}"), CxFault.ContractBroken.class),
                    Arguments.of(ok("{\"Success\":true"), CxFault.ContractBroken.class),
                    Arguments.of(json(409, yes), CxFault.ContractBroken.class),
                    Arguments.of(html(408), CxFault.TimedOut.class),
                    Arguments.of(empty(499), CxFault.TimedOut.class),
                    Arguments.of(empty(409), CxFault.Refused.class),
                    Arguments.of(json(400, "{\"Message\":\"No\"}"), CxFault.Refused.class),
                    Arguments.of(json(403, "{\"Message\":\"No\"}"), CxFault.NoApiPermission.class),
                    Arguments.of(html(403), CxFault.AddressNotWhitelisted.class),
                    Arguments.of(empty(404), CxFault.NotFound.class),
                    Arguments.of(html(404), CxFault.ContractBroken.class),
                    Arguments.of(json(429, no), CxFault.Throttled.class),
                    Arguments.of(json(500, no), CxFault.Unavailable.class),
                    Arguments.of(json(503, yes), CxFault.Unavailable.class),
                    Arguments.of(redirect(302, "/thanks"), CxFault.ContractBroken.class),
                    Arguments.of(empty(401), CxFault.CredentialsRejected.class),
                    Arguments.of(redirect(302, "/Account/Login"), CxFault.ContractBroken.class));
        }

        /** Regression: a status of 200 alone was once told to the tenant as "cancelled". */
        @ParameterizedTest
        @MethodSource("unclear")
        void cancel_shouldThrowItsFault_whenNothingIsSaidClearly(MockResponse answer, Class<? extends CxFault> type) {
            cx.answers(answer);

            fault(type, CancellingTest.this::cancel);

            boolean turnedAway = answer.getCode() == 401
                    || "/Account/Login".equals(answer.getHeaders().get("Location"));
            assertThat(cx.requests()).hasSize(turnedAway ? 2 : 1);
        }
    }
}
