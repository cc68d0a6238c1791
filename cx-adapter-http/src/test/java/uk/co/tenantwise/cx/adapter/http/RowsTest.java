package uk.co.tenantwise.cx.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static uk.co.tenantwise.cx.adapter.http.Faults.fault;
import static uk.co.tenantwise.cx.testkit.Builders.CONTACT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.co.tenantwise.cx.domain.repair.Appointment;
import uk.co.tenantwise.cx.domain.repair.AppointmentKind;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.repair.MasterStatus;
import uk.co.tenantwise.cx.domain.repair.Repair;
import uk.co.tenantwise.cx.domain.repair.RepairReference;
import uk.co.tenantwise.cx.domain.settings.Company;
import uk.co.tenantwise.cx.domain.settings.CompanyId;
import uk.co.tenantwise.cx.ports.driven.Rows;
import uk.co.tenantwise.cx.ports.fault.CxFault;

class RowsTest {
    @RegisterExtension
    final StubCx cx = StubCx.plain();

    private Rows<Repair> repairs(String json) {
        cx.answers(Answers.ok(json));
        return cx.client().repairs().repairsOf(cx.access(), CONTACT, Optional.empty());
    }

    private Repair repair(String fields) {
        return repairs("[{\"WorkOrderReference\":\"WO-1\"," + fields + "}]")
                .rows()
                .getFirst();
    }

    private Rows<Appointment> appointments(String json) {
        cx.answers(Answers.ok(json));
        return cx.client().appointments().appointmentsOf(cx.access(), CONTACT);
    }

    private Appointment appointment(String fields) {
        return appointments("[{\"AppointmentUid\":\"A-1\"," + fields + "}]")
                .rows()
                .getFirst();
    }

    @Nested
    class Names {
        @Test
        void row_shouldBeRead_whenNamesAreInAnyCase() {
            Repair repair = repairs(
                            "[{\"workorderreference\":\"WO-1\",\"CREATEDDATE\":\"2026-11-20\",\"description\":\"Tap\"}]")
                    .rows()
                    .getFirst();

            assertThat(repair.reference()).isEqualTo(new RepairReference("WO-1"));
            assertThat(repair.createdOn()).contains(LocalDate.of(2026, 11, 20));
            assertThat(repair.description()).isEqualTo("Tap");
        }

        @Test
        void row_shouldTakeTheExactName_whenNamesDifferInCaseOnly() {
            assertThat(repair("\"description\":\"wrong\",\"Description\":\"right\"")
                            .description())
                    .isEqualTo("right");
        }

        @Test
        void row_shouldBeRead_whenItHoldsUnknownNames() {
            assertThat(repairs("[{\"WorkOrderReference\":\"WO-1\",\"New\":{\"Deep\":[1,{\"x\":null}]}}]"))
                    .extracting(Rows::setAside)
                    .isEqualTo(0);
        }
    }

    @Nested
    class References {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"WorkOrderReference\":null}",
                    "{\"WorkOrderReference\":\"\"}",
                    "{\"WorkOrderReference\":\"  \"}",
                    "{\"WorkOrderReference\":\"a\\u0000b\"}",
                    "{\"WorkOrderReference\":\"a\\nb\"}",
                    "{\"WorkOrderReference\":{}}",
                    "{\"WorkOrderReference\":[\"WO-2\"]}",
                    "{\"WorkOrderReference\":true}",
                    "null",
                    "\"WO-2\"",
                    "7",
                    "[]",
                    // whose it is cannot be told, so nobody may see it
                    "{\"WorkOrderReference\":\"WO-2\",\"ContactReference\":{}}",
                    "{\"WorkOrderReference\":\"WO-2\",\"ContactReference\":\"a\\tb\"}"
                })
        void row_shouldBeSetAsideAndCounted_whenItHasNoUsableReference(String bad) {
            Rows<Repair> rows = repairs("[" + bad + ",{\"WorkOrderReference\":\"WO-1\"}," + bad + "]");

            assertThat(rows.setAside()).isEqualTo(2);
            assertThat(rows.rows()).extracting(Repair::reference).containsExactly(new RepairReference("WO-1"));
        }

        @Test
        void row_shouldBeSetAside_whenReferenceIsTooLong() {
            assertThat(repairs("[{\"WorkOrderReference\":\"" + "9".repeat(201) + "\"}]"))
                    .isEqualTo(new Rows<>(List.of(), 1));
        }

        @Test
        void row_shouldBeRead_whenReferenceIsANumber() {
            assertThat(repairs("[{\"WorkOrderReference\":12345678901234567890,\"ContactReference\":42}]")
                            .rows())
                    .extracting(Repair::reference, Repair::contact)
                    .containsExactly(tuple(
                            new RepairReference("12345678901234567890"), Optional.of(new ContactReference("42"))));
        }

        @Test
        void appointment_shouldBeSetAside_whenItsRepairCannotBeTold() {
            assertThat(appointments("[{\"AppointmentUid\":\"A-1\",\"WorkOrderReference\":{}}]"))
                    .isEqualTo(new Rows<>(List.of(), 1));
        }
    }

    @Nested
    class Repairs {
        @Test
        void repair_shouldBeEmptyThroughout_whenEverythingElseIsNull() {
            Repair repair = repair("\"WorkOrderUid\":null,\"ContactReference\":null,\"Description\":null,"
                    + "\"CreatedDate\":null,\"RepairMasterStatusCode\":null,\"RepairStatusDescription\":null,"
                    + "\"Priority\":\"  \",\"ContractorName\":\"\",\"AssetAddress\":null,\"Tasks\":null");

            assertThat(repair.uid()).isEmpty();
            assertThat(repair.contact()).isEmpty();
            assertThat(repair.description()).isEmpty();
            assertThat(repair.createdOn()).isEmpty();
            assertThat(repair.status().master()).isEqualTo(MasterStatus.UNKNOWN);
            assertThat(repair.priority()).isEmpty();
            assertThat(repair.contractor()).isEmpty();
            assertThat(repair.address()).isEmpty();
            assertThat(repair.invoiced()).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"00000000-0000-0000-0000-000000000000\"", "\"not-a-guid\"", "7", "\"\"", "null"})
        void uid_shouldBeEmpty_whenItIsNotKnown(String json) {
            assertThat(repair("\"WorkOrderUid\":" + json).uid()).isEmpty();
        }

        @Test
        void uid_shouldBeRead_whenItIsInUpperCase() {
            assertThat(repair("\"WorkOrderUid\":\"ABCDEF00-1111-4222-8333-444455556666\"")
                            .uid())
                    .contains(UUID.fromString("abcdef00-1111-4222-8333-444455556666"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "[{\"Invoiced\":false},{\"Invoiced\":true}]|true",
                    "[{\"invoiced\":\"True\"}]|true",
                    "[null,{\"Invoiced\":true}]|true",
                    "[{\"Invoiced\":false},{},{\"Invoiced\":null}]|false",
                    "[]|false",
                    "\"none\"|false",
                    "[\"x\",7,null]|false",
                })
        void invoiced_shouldBeTrue_whenAnyTaskSaysSo(String tasks, boolean expected) {
            assertThat(repair("\"Tasks\":" + tasks).invoiced()).isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"soon\"", "20261120", "{}", "\"1753-01-01T00:00:00\"", "true"})
        void createdOn_shouldBeEmpty_whenItCannotBeRead(String json) {
            assertThat(repair("\"CreatedDate\":" + json).createdOn()).isEmpty();
        }

        @Test
        void status_shouldBeReadWithoutRegardToCaseAndSpaces_whenCxSpellsItItsWay() {
            Repair repair = repair(
                    "\"RepairMasterStatusCode\":\"awaiting authorisation\",\"RepairStatusDescription\":\" Waiting \"");

            assertThat(repair.status().master()).isEqualTo(MasterStatus.AWAITING_AUTHORISATION);
            assertThat(repair.status().description()).isEqualTo("Waiting");
        }
    }

    @Nested
    class Appointments {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "\"EntityType\":\"order\"|ORDER",
                    "\"EntityType\":\"INSPECTION\",\"WorkOrderReference\":\"WO-1\"|INSPECTION",
                    "\"EntityType\":\"Order\"|ORDER",
                    "\"WorkOrderReference\":\"WO-1\"|ORDER",
                    "\"EntityType\":\"Visit\",\"WorkOrderReference\":\"WO-1\"|ORDER",
                    "\"EntityType\":\"Visit\",\"WorkOrderReference\":\" \"|INSPECTION",
                    "\"EntityType\":null,\"WorkOrderReference\":null|INSPECTION",
                })
        void kind_shouldFollowTheTypeAndElseTheReference_whenRead(String fields, AppointmentKind expected) {
            assertThat(appointment(fields).kind()).isEqualTo(expected);
        }

        @Test
        void times_shouldBeUkLocal_whenTheyHaveNoOffset() {
            Appointment summer = appointment(
                    "\"StartDateTime\":\"2026-07-09T10:00:00\",\"EndDateTime\":\"2026-07-09T12:00:00+01:00\"");

            assertThat(summer.start()).contains(Instant.parse("2026-07-09T09:00:00Z"));
            assertThat(summer.end()).contains(Instant.parse("2026-07-09T11:00:00Z"));
        }

        @Test
        void times_shouldBeKeptAsTheyAre_whenTheEndLiesBeforeTheStart() {
            Appointment odd =
                    appointment("\"StartDateTime\":\"2026-12-09T10:00:00\",\"EndDateTime\":\"2026-12-08T10:00:00\"");

            assertThat(odd.start()).contains(Instant.parse("2026-12-09T10:00:00Z"));
            assertThat(odd.end()).contains(Instant.parse("2026-12-08T10:00:00Z"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"null", "\"\"", "\"2026-12-09\"", "\"morning\"", "1796810400", "[]"})
        void start_shouldBeEmpty_whenItIsNoMoment(String json) {
            assertThat(appointment("\"StartDateTime\":" + json).start()).isEmpty();
        }

        @Test
        void status_shouldBeEmpty_whenMissing() {
            assertThat(appointment("\"x\":1").status().text()).isEmpty();
        }
    }

    @Nested
    class Companies {
        private List<Company> companies(String json) {
            cx.answers(Answers.ok(json));
            return cx.client().companies().companies(cx.connection());
        }

        @Test
        void companies_shouldBeReadAsFarAsPossible_whenPartsAreMissing() {
            assertThat(companies("[{\"CompanyId\":7},{\"companyId\":\"8\",\"companyCode\":\"B\"},{\"Name\":\"none\"}]"))
                    .containsExactly(
                            new Company(new CompanyId("7"), "", "7"), new Company(new CompanyId("8"), "B", "B"));
        }

        @Test
        void companies_shouldThrowContractBroken_whenNoneHasAnId() {
            fault(CxFault.ContractBroken.class, () -> companies("[{\"Name\":\"Acme\"}]"));
        }
    }

    @Nested
    class SingleObjects {
        private Optional<Repair> one(String json) {
            cx.answers(Answers.ok(json));
            return cx.client().repairs().repair(cx.access(), new RepairReference("WO-1"));
        }

        @Test
        void repair_shouldThrowContractBroken_whenCxAnswersWithAnotherOne() {
            fault(CxFault.ContractBroken.class, () -> one("{\"WorkOrderReference\":\"WO-2\"}"));
        }

        @Test
        void repair_shouldThrowContractBroken_whenTheReferenceIsMissing() {
            fault(CxFault.ContractBroken.class, () -> one("{\"Description\":\"Tap\"}"));
        }

        @Test
        void repair_shouldThrowRefused_whenCxSaysThatItRefuses() {
            fault(CxFault.Refused.class, () -> one("{\"Success\":false,\"ErrorMessage\":\"No\"}"));
        }

        @Test
        void repair_shouldThrowContractBroken_whenCxAnswersWithAList() {
            fault(CxFault.ContractBroken.class, () -> one("[{\"WorkOrderReference\":\"WO-1\"}]"));
        }

        @Test
        void customer_shouldThrowContractBroken_whenCxAnswersWithAnotherContact() {
            cx.answers(Answers.ok("{\"ContactReference\":\"C-2002\",\"FullName\":\"Somebody Else\"}"));

            fault(CxFault.ContractBroken.class, () -> cx.client().customers().customer(cx.access(), CONTACT));
        }
    }

    @Nested
    class Lists {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "null",
                    "7",
                    "\"[]\"",
                    "{}",
                    "{\"Items\":[]}",
                    "[",
                    "[{\"WorkOrderReference\":\"WO-1\"}",
                    "[{\"WorkOrderReference\":\"WO-1\"",
                    "[{\"WorkOrderReference\":\"WO-1\"},]",
                    "[] []",
                    "[]x",
                    "[NaN]",
                    "{\"WorkOrderReference\":\"WO-1\"}"
                })
        void repairs_shouldThrowContractBroken_whenTheAnswerIsNoList(String json) {
            fault(CxFault.ContractBroken.class, () -> repairs(json));
        }

        @Test
        void repairs_shouldThrowRefused_whenCxSaysThatItRefuses() {
            fault(CxFault.Refused.class, () -> repairs("{\"Success\":false}"));
        }

        @Test
        void repairs_shouldThrowContractBroken_whenNestedTooDeep() {
            fault(CxFault.ContractBroken.class, () -> repairs("[".repeat(100_000)));
            fault(CxFault.ContractBroken.class, () -> repairs("[{\"x\":" + "[".repeat(60) + "]".repeat(60) + "}]"));
        }

        @Test
        void repairs_shouldThrowContractBroken_whenANumberIsTooLong() {
            fault(CxFault.ContractBroken.class, () -> repairs("[{\"x\":" + "9".repeat(10_000) + "}]"));
        }

        @Test
        void repairs_shouldThrowContractBroken_whenATextIsTooLong() {
            fault(
                    CxFault.ContractBroken.class,
                    () -> repairs("[{\"WorkOrderReference\":\"WO-1\",\"x\":\"" + "y".repeat(1_000_001) + "\"}]"));
        }

        @Test
        void repairs_shouldThrowContractBroken_whenThereAreTooManyRows() {
            fault(CxFault.ContractBroken.class, () -> repairs("[" + "{},".repeat(20_000) + "{}]"));
        }

        @Test
        void repairs_shouldThrowContractBroken_whenTextIsNotUtf8() {
            Buffer latin = new Buffer()
                    .writeUtf8("[{\"WorkOrderReference\":\"WO-")
                    .writeByte(0xE9)
                    .writeUtf8("\"}]");
            cx.answers(new MockResponse.Builder().body(latin).build());

            fault(
                    CxFault.ContractBroken.class,
                    () -> cx.client().repairs().repairsOf(cx.access(), CONTACT, Optional.empty()));
        }

        @Test
        void repairs_shouldBeRead_whenTheyBeginWithAByteOrderMark() {
            assertThat(repairs("\uFEFF[{\"WorkOrderReference\":\"WO-1\"}]").rows())
                    .hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"text/plain", "text/html", "application/octet-stream", "nonsense"})
        void repairs_shouldBeRead_whenOnlyTheContentTypeIsWrong(String contentType) {
            cx.answers(Answers.ok(" \n[{\"WorkOrderReference\":\"WO-1\"}]")
                    .newBuilder()
                    .setHeader("Content-Type", contentType)
                    .build());

            assertThat(cx.client()
                            .repairs()
                            .repairsOf(cx.access(), CONTACT, Optional.empty())
                            .rows())
                    .hasSize(1);
        }
    }
}
