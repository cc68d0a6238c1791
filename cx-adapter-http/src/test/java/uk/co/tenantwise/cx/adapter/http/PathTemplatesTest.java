package uk.co.tenantwise.cx.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.co.tenantwise.cx.testkit.Builders.CONTACT;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.co.tenantwise.cx.domain.repair.ContactReference;

class PathTemplatesTest {
    @RegisterExtension
    final StubCx cx = StubCx.plain();

    @Nested
    class Sent {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "C-1001|C-1001",
                    "a/b|a%2Fb",
                    "a b|a%20b",
                    "50%|50%25",
                    "%2F|%252F",
                    "a?b=c&d|a%3Fb%3Dc%26d",
                    "a#b|a%23b",
                    "a+b|a%2Bb",
                    "a;b,c|a%3Bb%2Cc",
                    ".|%2E",
                    "..|%2E%2E",
                    "...|...",
                    "a.b|a.b",
                    "~_-|~_-",
                    "é€|%C3%A9%E2%82%AC",
                    "{CompanyId}|%7BCompanyId%7D",
                    "\\\"'|%5C%22%27",
                })
        void reference_shouldBeOneSegmentEncodedOnce_whenSent(String reference, String segment) {
            cx.client().appointments().appointmentsOf(cx.access(), new ContactReference(reference));

            assertThat(cx.requestLines())
                    .containsExactly("GET /api/companies/1/contacts/" + segment + "/appointments HTTP/1.1");
        }

        @Test
        void path_shouldComeFromTheOptions_whenTheyHaveOthers() {
            PathTemplates own = new PathTemplates(
                    "/api/token",
                    "/v2/firms",
                    "/v2/{CompanyId}/people/{ContactReference}",
                    "/v2/jobs?firm={CompanyId}&person={ContactReference}",
                    "/v2/{CompanyId}/{ContactReference}/visits",
                    "/v2/{CompanyId}/jobs/{WorkOrderReference}",
                    "/v2/{CompanyId}/jobs/{WorkOrderReference}/stop",
                    "/v2/{CompanyId}/visits/{AppointmentUid}/stop");
            CxRestClient client = cx.client(options -> options.withPaths(own));

            client.companies().companies(cx.connection());
            client.repairs().repairsOf(cx.access(), CONTACT, Optional.of(LocalDate.of(2026, 11, 1)));

            assertThat(cx.requestLines())
                    .containsExactly(
                            "GET /v2/firms HTTP/1.1",
                            "GET /v2/jobs?firm=1&person=C-1001&CreatedFrom=2026-11-01 HTTP/1.1");
        }
    }

    @Nested
    class Construction {
        private static PathTemplates withWorkOrder(String template) {
            PathTemplates usual = PathTemplates.DEFAULT;
            return new PathTemplates(
                    usual.token(),
                    usual.companies(),
                    usual.contact(),
                    usual.workOrders(),
                    usual.appointments(),
                    template,
                    usual.cancelWorkOrder(),
                    usual.cancelAppointment());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "api/{CompanyId}/{WorkOrderReference}",
                    "/api/{CompanyId}",
                    "/api/{WorkOrderReference}",
                    "/a b/{CompanyId}/{WorkOrderReference}",
                    "/é/{CompanyId}/{WorkOrderReference}",
                    "/{CompanyId}/{WorkOrderReference}#x",
                    "/{CompanyId}/{WorkOrderReference}/{",
                    "/{CompanyId}/{WorkOrderReference}/{Other}",
                    "/{CompanyId}/{WorkOrderReference}/100%",
                    "/{CompanyId}/{WorkOrderReference}/a|b",
                    "https://evil.example/{CompanyId}/{WorkOrderReference}",
                    "/{CompanyId}/{WorkOrderReference}\r\nX: y"
                })
        void construction_shouldFail_whenTemplateIsUnfit(String template) {
            assertThatThrownBy(() -> withWorkOrder(template))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("workOrder");
        }

        @Test
        void construction_shouldSucceed_whenTemplateHoldsWhatItNeeds() {
            String template = "/x/{CompanyId}.{WorkOrderReference}?y=z";

            assertThat(withWorkOrder(template).workOrder()).isEqualTo(template);
        }
    }
}
