package uk.co.tenantwise.cx.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static uk.co.tenantwise.cx.adapter.http.Faults.fault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.co.tenantwise.cx.domain.repair.Appointment;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.repair.MasterStatus;
import uk.co.tenantwise.cx.domain.repair.Repair;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.domain.settings.Company;
import uk.co.tenantwise.cx.domain.settings.CompanyId;
import uk.co.tenantwise.cx.domain.settings.CxAccess;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.domain.settings.Secret;
import uk.co.tenantwise.cx.ports.driven.CxReply;
import uk.co.tenantwise.cx.ports.driven.RepairCancellation;
import uk.co.tenantwise.cx.ports.driven.Rows;
import uk.co.tenantwise.cx.ports.fault.CxFault;
import uk.co.tenantwise.cx.simulator.CxSimulator;
import uk.co.tenantwise.cx.simulator.DemoCustomer;
import uk.co.tenantwise.cx.simulator.DemoSite;
import uk.co.tenantwise.cx.simulator.Endpoint;
import uk.co.tenantwise.cx.simulator.Fault;
import uk.co.tenantwise.cx.testkit.ManualClock;

/** The client and the simulator were written from the same contract, each without the other: here they meet. */
class SimulatorTest {
    private static final ContactReference MEGAN = new ContactReference("C-1001");
    private static final ContactReference HIDDEN = new ContactReference("C-1018");

    private final ManualClock clock = ManualClock.atNow();
    private final CxSimulator simulator =
            CxSimulator.builder().clock(clock).demo().start();
    private final CxRestClient client = open(CxClientOptions.DEFAULT.apiTimeout());
    private final CxConnection connection =
            new CxConnection(ApiUrl.parse(simulator.baseUrl().toString()), DemoSite.USER, Secret.of(DemoSite.PASSWORD));
    private final CxAccess homes = access(DemoSite.HOMES);

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    private CxRestClient open(Duration timeout) {
        return CxRestClient.open(
                CxClientOptions.DEFAULT.withPrivateAddresses(true).withApiTimeout(timeout), clock);
    }

    private CxAccess access(String company) {
        return new CxAccess(connection, new CompanyId(company));
    }

    private Rows<Repair> repairs() {
        return client.repairs().repairsOf(homes, MEGAN, Optional.empty());
    }

    private Repair issued() {
        return repairs().rows().stream()
                .filter(repair -> repair.status().master() == MasterStatus.ISSUED)
                .findFirst()
                .orElseThrow();
    }

    private CxReply cancel(Repair repair, String statusCode) {
        return client.cancelling()
                .cancelRepair(
                        homes,
                        new RepairCancellation(
                                repair.reference(),
                                repair.uid(),
                                statusCode,
                                DemoSite.HOMES_CANCEL_REASON,
                                clock.instant(),
                                "note"));
    }

    @Test
    void everything_shouldBeRead_ofEveryDemoCustomer() {
        assertThat(client.companies().companies(connection))
                .extracting(Company::id)
                .contains(new CompanyId(DemoSite.HOMES), new CompanyId(DemoSite.LETTINGS));
        for (DemoCustomer customer : DemoSite.customers()) {
            if (customer.contact().equals(HIDDEN.value())) {
                continue;
            }
            CxAccess access = access(customer.company());
            ContactReference contact = new ContactReference(customer.contact());

            assertThat(client.customers().customer(access, contact).name())
                    .hasValueSatisfying(name -> assertThat(name).startsWith(customer.firstName()));
            List<Repair> repairs = client.repairs()
                    .repairsOf(access, contact, Optional.empty())
                    .rows();
            List<Appointment> visits =
                    client.appointments().appointmentsOf(access, contact).rows();
            for (Repair repair : repairs) {
                assertThat(client.repairs().repair(access, repair.reference())).isPresent();
            }
            assertThat(visits)
                    .allSatisfy(visit -> assertThat(visit.status().text()).isNotEmpty());
        }
        assertThat(simulator.requests().count(Endpoint.LOGIN)).isEqualTo(1);
    }

    @Test
    void contact_shouldNotBeFound_whenTheCxUserMayNotSeeIt() {
        fault(CxFault.NotFound.class, () -> client.customers().customer(homes, HIDDEN));
    }

    @Test
    void unknownThings_shouldNotBeFound_whenTheSimulatorDoesNotKnowThem() {
        ContactReference nobody = new ContactReference("nobody/at all");

        fault(CxFault.NotFound.class, () -> client.customers().customer(homes, nobody));
        fault(CxFault.NotFound.class, () -> client.repairs().repairsOf(homes, nobody, Optional.empty()));
        fault(CxFault.NotFound.class, () -> client.appointments().appointmentsOf(homes, nobody));
    }

    @Test
    void cancelRepair_shouldBeDoneOnce_andThenDeclined() {
        Repair repair = issued();

        assertThat(cancel(repair, DemoSite.HOMES_CANCEL_STATUS)).isEqualTo(new CxReply.Accepted());
        assertThat(client.repairs().repair(homes, repair.reference()))
                .hasValueSatisfying(now -> assertThat(now.status().master()).isEqualTo(MasterStatus.CANCELLED));
        assertThat(cancel(repair, DemoSite.HOMES_CANCEL_STATUS)).isInstanceOf(CxReply.Declined.class);
    }

    @Test
    void cancelRepair_shouldBeDeclined_whenTheStatusCodeIsNotTheSites() {
        assertThat(cancel(issued(), "WRONG")).isInstanceOf(CxReply.Declined.class);
    }

    @Test
    void read_shouldNotNotice_whenTokensExpire() {
        repairs();
        simulator.expireTokens();

        assertThat(repairs().rows()).isNotEmpty();
        assertThat(simulator.requests().count(Endpoint.LOGIN)).isEqualTo(2);
    }

    @Test
    void read_shouldBeRejected_whenThePasswordIsWrong() {
        CxConnection wrong = new CxConnection(connection.apiUrl(), DemoSite.USER, Secret.of("wrong"));

        fault(CxFault.CredentialsRejected.class, () -> client.companies().companies(wrong));
        fault(CxFault.CredentialsRejected.class, () -> client.companies().companies(wrong));

        assertThat(simulator.requests().loginsRejected()).isEqualTo(1);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Fault.status(400), CxFault.Refused.class),
                Arguments.of(Fault.rejectCredentials(), CxFault.CredentialsRejected.class),
                Arguments.of(Fault.noPermission(), CxFault.NoApiPermission.class),
                Arguments.of(Fault.edgeForbidden(), CxFault.AddressNotWhitelisted.class),
                Arguments.of(Fault.status(404), CxFault.NotFound.class),
                Arguments.of(Fault.status(429), CxFault.Throttled.class),
                Arguments.of(Fault.status(500), CxFault.Unavailable.class),
                Arguments.of(Fault.loginPage(), CxFault.ContractBroken.class),
                Arguments.of(Fault.redirectToLogin(), CxFault.ContractBroken.class),
                Arguments.of(Fault.reset(), CxFault.Unreachable.class),
                Arguments.of(Fault.close(), CxFault.Unreachable.class),
                Arguments.of(Fault.resetMidBody(), CxFault.Unreachable.class),
                Arguments.of(Fault.truncated(), CxFault.ContractBroken.class),
                Arguments.of(Fault.malformedJson(), CxFault.ContractBroken.class),
                Arguments.of(Fault.oversized(11_000_000), CxFault.ContractBroken.class),
                Arguments.of(Fault.gzipBomb(100_000_000), CxFault.ContractBroken.class));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void read_shouldThrowItsFaultAndWorkAfterwards_whenTheSimulatorMakesTrouble(
            Fault trouble, Class<? extends CxFault> expected) {
        simulator.faults().always(Endpoint.WORK_ORDERS, trouble);

        fault(expected, this::repairs);

        simulator.faults().clear();
        client.credentials().release();
        assertThat(repairs().rows()).isNotEmpty();
    }

    @Test
    void read_shouldBeRead_whenOnlyTheContentTypeIsWrong() {
        simulator.faults().always(Endpoint.WORK_ORDERS, Fault.wrongContentType("text/html"));

        assertThat(repairs().rows()).isNotEmpty();
    }

    static Stream<Fault> delays() {
        return Stream.of(Fault.stall(), Fault.slowDrip(Duration.ofMillis(50)));
    }

    @ParameterizedTest
    @MethodSource("delays")
    void read_shouldTimeOut_whenTheSimulatorIsSlow(Fault slow) {
        simulator.faults().always(Endpoint.WORK_ORDERS, slow);
        try (CxRestClient hasty = open(Duration.ofMillis(700))) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(8),
                    () -> fault(
                            CxFault.TimedOut.class, () -> hasty.repairs().repairsOf(homes, MEGAN, Optional.empty())));
        }
    }

    @Test
    void cancelRepair_shouldThrowAndBeSentOnce_whenItTookEffectWithoutAnAnswer() {
        Repair repair = issued();
        simulator.faults().always(Endpoint.CANCEL_ORDER, Fault.resetAfterEffect());

        fault(CxFault.Unreachable.class, () -> cancel(repair, DemoSite.HOMES_CANCEL_STATUS));

        assertThat(simulator.requests().count(Endpoint.CANCEL_ORDER)).isEqualTo(1);
        assertThat(client.repairs().repair(homes, repair.reference()))
                .hasValueSatisfying(now -> assertThat(now.status().master()).isEqualTo(MasterStatus.CANCELLED));
    }
}
