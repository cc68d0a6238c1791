package uk.co.tenantwise.cx.testkit.application;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.co.tenantwise.cx.ports.driving.LadderStep.*;
import static uk.co.tenantwise.cx.testkit.Builders.CONNECTION;
import static uk.co.tenantwise.cx.testkit.Builders.OTHER_COMPANY;
import static uk.co.tenantwise.cx.testkit.TestHexagon.ADMIN;
import static uk.co.tenantwise.cx.testkit.TestHexagon.draft;
import static uk.co.tenantwise.cx.testkit.TestHexagon.saved;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.ports.application.Limits;
import uk.co.tenantwise.cx.ports.driving.LadderReport;
import uk.co.tenantwise.cx.ports.driving.LadderReport.Result;
import uk.co.tenantwise.cx.ports.driving.LadderReport.Rung;
import uk.co.tenantwise.cx.ports.driving.LadderStep;
import uk.co.tenantwise.cx.ports.fault.CxFault;
import uk.co.tenantwise.cx.testkit.TestHexagon;
import uk.co.tenantwise.cx.testkit.cx.CxCall;

class TestingConnectionTest {
    private final TestHexagon hexagon = new TestHexagon();

    @AfterEach
    void close() {
        hexagon.close();
    }

    @Test
    void test_shouldPassEveryStepAndCountCompanies_whenAllIsWell() {
        hexagon.connected().cx.with(OTHER_COMPANY);
        hexagon.cx.before(CxCall.CONNECT, () -> hexagon.clock.advance(Duration.ofMillis(40)));

        LadderReport report = hexagon.integration.testing().test();

        assertThat(report.passed()).isTrue();
        assertThat(report.rungs()).extracting(Rung::step).containsExactly(LadderStep.values());
        assertThat(rung(report, TCP).took()).isEqualTo(Duration.ofMillis(40));
        assertThat(rung(report, SELECTED_COMPANY).cause())
                .startsWith("The cancel status code or the cancel reason code of your site is not set");
    }

    @Test
    void test_shouldSayNothingOfCodes_whenBothAreSet() {
        hexagon.connected();
        saved(hexagon.integration.administering().saveRepairs(ViewingRepairsTest.repairs("", "00:00"), ADMIN));

        assertThat(rung(hexagon.integration.testing().test(), SELECTED_COMPANY).cause())
                .isEqualTo("1 company found.");
    }

    /** Source: row T1 of the fault matrix, more than two minutes. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        PT2M1S    | The clock of this server is 2 minutes ahead of the clock of Cx.
        PT-7M     | The clock of this server is 7 minutes behind the clock of Cx.
        PT30H     | The clock of this server is 30 hours ahead of the clock of Cx.
        PT-50H    | The clock of this server is 2 days behind the clock of Cx.
        """)
    void test_shouldPassAndSaySo_whenTheClocksDiffer(Duration ahead, String cause) {
        hexagon.connected().cx.setClock(ahead);

        LadderReport report = hexagon.integration.testing().test();

        assertThat(report.passed()).isTrue();
        assertThat(rung(report, CX_ANSWERS).cause()).isEqualTo(cause);
        assertThat(rung(report, CX_ANSWERS).remedy()).contains("time service", "Civica");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT2M", "PT-2M"})
    void test_shouldSayNothingOfClocks_whenTheyHardlyDiffer(Duration ahead) {
        hexagon.connected().cx.setClock(ahead);

        assertThat(rung(hexagon.integration.testing().test(), CX_ANSWERS).cause())
                .isEmpty();
    }

    /** Guards against: what is wrong with the clock takes the place of what is wrong with the log-in. */
    @Test
    void test_shouldKeepTheFailure_whenTheClocksDifferToo() {
        hexagon.connected().cx.setClock(Duration.ofHours(1));
        hexagon.integration.testing().test();
        hexagon.cx.fail(CxCall.LOG_IN, new CxFault.Unavailable("503", Optional.empty()));

        Rung failed = rung(hexagon.integration.testing().test(), CX_ANSWERS);

        assertThat(failed.result()).isEqualTo(Result.FAIL);
        assertThat(failed.cause()).contains("maintained");
    }

    static Stream<Arguments> faults() {
        CxFault unreachable = new CxFault.Unreachable("refused");
        CxFault late = new CxFault.TimedOut("late");
        CxFault denied = new CxFault.NoApiPermission("denied");
        CxFault rejected = new CxFault.CredentialsRejected("rejected");
        CxFault blocked = new CxFault.AddressNotWhitelisted("403");
        CxFault broken = new CxFault.ContractBroken("HTML");
        CxFault down = new CxFault.Unavailable("503", Optional.empty());
        CxFault busy = new CxFault.Throttled("429", Optional.empty());
        return Stream.of(
                Arguments.of(CxCall.RESOLVE_NAME, unreachable, NAME_RESOLVES, "does not resolve", "Check the API URL"),
                Arguments.of(CxCall.RESOLVE_NAME, late, NAME_RESOLVES, "Looking up", "Try again"),
                Arguments.of(
                        CxCall.RESOLVE_NAME,
                        new CxFault.AddressForbidden("it is a private address"),
                        NAME_RESOLVES,
                        "it is a private address",
                        "operator"),
                Arguments.of(CxCall.CONNECT, unreachable, TCP, "refused the connection", "203.0.113.5, 203.0.113.6"),
                Arguments.of(CxCall.CONNECT, late, TCP, "in time", "203.0.113.5, 203.0.113.6"),
                Arguments.of(
                        CxCall.HANDSHAKE,
                        new CxFault.TlsFailed("the certificate has expired"),
                        TLS,
                        "the certificate has expired",
                        "install a valid certificate"),
                Arguments.of(
                        CxCall.LOG_IN,
                        new CxFault.Busy("16 calls", Duration.ofSeconds(2)),
                        CX_ANSWERS,
                        "As many calls to Cx",
                        "allow more calls"),
                Arguments.of(CxCall.LOG_IN, blocked, CX_ANSWERS, "firewall", "203.0.113.5, 203.0.113.6"),
                Arguments.of(CxCall.LOG_IN, unreachable, CX_ANSWERS, "broke", "whitelist"),
                Arguments.of(CxCall.LOG_IN, broken, CX_ANSWERS, "does not speak like Cx", "Check the API URL"),
                Arguments.of(
                        CxCall.LOG_IN,
                        new CxFault.NotFound("404"),
                        CX_ANSWERS,
                        "does not speak like Cx",
                        "Check the API URL"),
                Arguments.of(
                        CxCall.LOG_IN,
                        new CxFault.Refused("400"),
                        CX_ANSWERS,
                        "does not speak like Cx",
                        "Check the API URL"),
                Arguments.of(CxCall.LOG_IN, down, CX_ANSWERS, "maintained", "Try again"),
                Arguments.of(CxCall.LOG_IN, busy, CX_ANSWERS, "fewer requests", "Try again"),
                Arguments.of(CxCall.LOG_IN, rejected, CREDENTIALS, "rejected the user name", "enter user name"),
                Arguments.of(CxCall.LOG_IN, denied, API_PERMISSION, "may not use the API", "API permissions"),
                Arguments.of(CxCall.COMPANIES, denied, API_PERMISSION, "may not use the API", "API permissions"),
                Arguments.of(CxCall.COMPANIES, rejected, CREDENTIALS, "rejected the user name", "enter user name"),
                Arguments.of(CxCall.COMPANIES, down, COMPANIES, "maintained", "Try again"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void test_shouldNameStepCauseAndRemedy_whenAStepFails(
            CxCall call, CxFault fault, LadderStep expected, String cause, String remedy) {
        hexagon.connected().cx.fail(call, fault);

        LadderReport report = hexagon.integration.testing().test();

        assertThat(report.passed()).isFalse();
        assertThat(rung(report, expected).result()).isEqualTo(Result.FAIL);
        assertThat(rung(report, expected).cause()).contains(cause);
        assertThat(rung(report, expected).remedy()).contains(remedy);
        assertThat(resultsBefore(report, expected)).containsOnly(Result.PASS);
        assertThat(resultsAfter(report, expected)).allMatch(result -> result == Result.NOT_REACHED);
    }

    @Test
    void test_shouldStopAtTheFirstStep_whenNothingIsSaved() {
        LadderReport report = hexagon.integration.testing().test();

        assertThat(rung(report, SETTINGS_COMPLETE).result()).isEqualTo(Result.FAIL);
        assertThat(resultsAfter(report, SETTINGS_COMPLETE)).containsOnly(Result.NOT_REACHED);
        assertThat(hexagon.cx.calls(CxCall.RESOLVE_NAME)).isZero();
    }

    @Test
    void test_shouldTryNothingMore_whenAStepFailed() {
        hexagon.connected().cx.fail(CxCall.CONNECT, new CxFault.Unreachable("refused"));

        hexagon.integration.testing().test();

        assertThat(hexagon.cx.calls(CxCall.LOG_IN)).isZero();
        assertThat(hexagon.cx.calls(CxCall.HANDSHAKE)).isZero();
    }

    @Test
    void test_shouldSayThatCxListsNoCompany_whenTheListIsEmpty() {
        hexagon.connected().cx.withoutCompanies();

        LadderReport report = hexagon.integration.testing().test();

        assertThat(rung(report, COMPANIES).result()).isEqualTo(Result.FAIL);
        assertThat(rung(report, COMPANIES).cause()).isEqualTo("Cx lists no company for this user.");
    }

    @Test
    void test_shouldSayThatTheCompanyIsGone_whenTheListNoLongerHoldsIt() {
        hexagon.connected().cx.withoutCompanies().with(OTHER_COMPANY);

        assertThat(rung(hexagon.integration.testing().test(), SELECTED_COMPANY).cause())
                .contains("no longer in the list");
    }

    @Test
    void test_shouldAskForACompany_whenNoneIsSelected() {
        saved(hexagon.integration.administering().saveConnection(draft(false, CONNECTION), ADMIN));

        LadderReport report = hexagon.integration.testing().test();

        assertThat(rung(report, COMPANIES).result()).isEqualTo(Result.PASS);
        assertThat(rung(report, SELECTED_COMPANY).result()).isEqualTo(Result.FAIL);
        assertThat(rung(report, SELECTED_COMPANY).remedy()).contains("Selected Company");
    }

    @Test
    void test_shouldSayThatNothingIsEncrypted_whenTheUrlIsHttp() {
        CxConnection http = new CxConnection(
                ApiUrl.parse("http://cx.landlord.invalid"), CONNECTION.username(), CONNECTION.password());
        hexagon.connected();
        saved(hexagon.integration.administering().saveConnection(draft(true, http), ADMIN));

        LadderReport report = hexagon.integration.testing().test();

        assertThat(report.passed()).isTrue();
        assertThat(rung(report, TLS).cause()).contains("nothing is encrypted");
        assertThat(hexagon.cx.calls(CxCall.HANDSHAKE)).isZero();
    }

    @Test
    void test_shouldSayWhoKnowsTheAddresses_whenNoneIsConfigured() {
        try (TestHexagon unknown = new TestHexagon(Limits.DEFAULT)) {
            unknown.connected().cx.fail(CxCall.CONNECT, new CxFault.TimedOut("late"));

            assertThat(rung(unknown.integration.testing().test(), TCP).remedy()).contains("its operator knows them");
        }
    }

    private static Rung rung(LadderReport report, LadderStep step) {
        return report.rungs().stream()
                .filter(rung -> rung.step() == step)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the report lacks " + step));
    }

    private static List<Result> resultsBefore(LadderReport report, LadderStep step) {
        return report.rungs().stream()
                .filter(rung -> rung.step().compareTo(step) < 0)
                .map(Rung::result)
                .toList();
    }

    private static List<Result> resultsAfter(LadderReport report, LadderStep step) {
        return report.rungs().stream()
                .filter(rung -> rung.step().compareTo(step) > 0)
                .map(Rung::result)
                .toList();
    }
}
