package uk.co.tenantwise.cx.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static uk.co.tenantwise.cx.adapter.http.Answers.empty;
import static uk.co.tenantwise.cx.adapter.http.Answers.html;
import static uk.co.tenantwise.cx.adapter.http.Answers.json;
import static uk.co.tenantwise.cx.adapter.http.Answers.ok;
import static uk.co.tenantwise.cx.adapter.http.Answers.redirect;
import static uk.co.tenantwise.cx.adapter.http.Faults.fault;
import static uk.co.tenantwise.cx.testkit.Builders.CONTACT;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.co.tenantwise.cx.domain.repair.RepairReference;
import uk.co.tenantwise.cx.ports.fault.CxFault;

class AnswersTest {
    @RegisterExtension
    final StubCx cx = StubCx.plain();

    private void read() {
        cx.client().repairs().repairsOf(cx.access(), CONTACT, Optional.empty());
    }

    @Nested
    class Reads {
        static Stream<Arguments> answers() {
            return Stream.of(
                    Arguments.of(json(400, "{}"), CxFault.Refused.class, 1),
                    Arguments.of(json(403, "{\"Message\":\"No\"}"), CxFault.NoApiPermission.class, 1),
                    Arguments.of(empty(403), CxFault.NoApiPermission.class, 1),
                    Arguments.of(html(403), CxFault.AddressNotWhitelisted.class, 1),
                    Arguments.of(
                            html(403)
                                    .newBuilder()
                                    .setHeader("Content-Encoding", "br")
                                    .build(),
                            CxFault.AddressNotWhitelisted.class,
                            1),
                    Arguments.of(json(404, "{\"Message\":\"Unknown\"}"), CxFault.NotFound.class, 1),
                    Arguments.of(empty(404), CxFault.NotFound.class, 1),
                    Arguments.of(empty(405), CxFault.Refused.class, 1),
                    Arguments.of(json(409, "{\"Success\":false}"), CxFault.Refused.class, 1),
                    Arguments.of(empty(429), CxFault.Throttled.class, 1),
                    Arguments.of(json(500, "{}"), CxFault.Unavailable.class, 2),
                    Arguments.of(html(502), CxFault.Unavailable.class, 2),
                    Arguments.of(empty(503), CxFault.Unavailable.class, 2),
                    Arguments.of(empty(504), CxFault.Unavailable.class, 2),
                    Arguments.of(empty(200), CxFault.ContractBroken.class, 1),
                    Arguments.of(empty(204), CxFault.ContractBroken.class, 1),
                    Arguments.of(empty(304), CxFault.ContractBroken.class, 1),
                    Arguments.of(redirect(302, "/elsewhere"), CxFault.ContractBroken.class, 1),
                    Arguments.of(ok("nothing"), CxFault.ContractBroken.class, 1));
        }

        @ParameterizedTest
        @MethodSource("answers")
        void read_shouldThrowItsFault_whenAnsweredSo(MockResponse answer, Class<? extends CxFault> type, int requests) {
            cx.answers(answer);

            CxFault fault = fault(type, AnswersTest.this::read);

            assertThat(cx.requests()).hasSize(requests);
            assertThat(fault.detail()).isNotBlank().doesNotContain("C-1001");
        }

        @Test
        void read_shouldSucceed_whenCxIsUnavailableOnce() {
            cx.answers(empty(503), ok("[]"));

            read();

            assertThat(cx.requests()).hasSize(2);
        }

        @Test
        void read_shouldNotBeRepeated_whenCxSaysWhenToComeBack() {
            cx.answers(empty(503).newBuilder().setHeader("Retry-After", "5").build());

            assertThat(fault(CxFault.Unavailable.class, AnswersTest.this::read).retryAfter())
                    .contains(Duration.ofSeconds(5));
            assertThat(cx.requests()).hasSize(1);
        }

        @Test
        void read_shouldNotBeRepeated_whenNoTimeIsLeft() {
            cx.answers(empty(503));
            CxRestClient client = cx.clientWithin(Duration.ofMillis(499));

            CxFault fault =
                    catchThrowableOfType(CxFault.class, () -> client.companies().companies(cx.connection()));

            assertThat(fault).isInstanceOfAny(CxFault.Unavailable.class, CxFault.TimedOut.class);
            assertThat(cx.requests()).hasSizeLessThan(2);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "7|PT7S",
                    "0|PT0S",
                    "Tue, 01 Dec 2026 12:01:30 GMT|PT1M30S",
                    "Tue, 01 Dec 2026 11:00:00 GMT|PT0S",
                    "999999999|PT24H",
                })
        void retryAfter_shouldBeRead_whenItIsSecondsOrADate(String header, Duration expected) {
            cx.answers(empty(429).newBuilder().setHeader("Retry-After", header).build());

            assertThat(fault(CxFault.Throttled.class, AnswersTest.this::read).retryAfter())
                    .contains(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"soon", "-5", "1e9", "99999999999999999999", "1.5"})
        void retryAfter_shouldBeEmpty_whenItIsSomethingElse(String header) {
            cx.answers(empty(429).newBuilder().setHeader("Retry-After", header).build());

            assertThat(fault(CxFault.Throttled.class, AnswersTest.this::read).retryAfter())
                    .isEmpty();
        }
    }

    /** Web servers put pages of their own in place of a 404, and gateways say 404 when the application is away. */
    @Nested
    class PagesThatSayNotFound {
        @Test
        void read_shouldThrowNotFound_whenCxItselfIsThere() {
            cx.answersBy(request -> request.getTarget().endsWith("/work-orders") ? html(404) : null);

            fault(CxFault.NotFound.class, AnswersTest.this::read);
        }

        @Test
        void repair_shouldBeEmpty_whenCxItselfIsThere() {
            cx.answersBy(request -> request.getTarget().contains("/work-orders/") ? html(404) : null);

            assertThat(cx.client().repairs().repair(cx.access(), new RepairReference("WO-1")))
                    .isEmpty();
        }

        @Test
        void read_shouldThrowContractBroken_whenEverythingIsSuchAPage() {
            cx.answers(html(404));

            fault(CxFault.ContractBroken.class, AnswersTest.this::read);
        }

        @Test
        void repair_shouldThrowContractBroken_whenEverythingIsSuchAPage() {
            cx.answers(html(404));

            fault(
                    CxFault.ContractBroken.class,
                    () -> cx.client().repairs().repair(cx.access(), new RepairReference("WO-1")));
        }

        @Test
        void companies_shouldThrowContractBroken_whenTheyAreSuchAPage() {
            cx.answers(html(404));

            fault(CxFault.ContractBroken.class, () -> cx.client().companies().companies(cx.connection()));
            assertThat(cx.requests()).hasSize(1);
        }
    }
}
