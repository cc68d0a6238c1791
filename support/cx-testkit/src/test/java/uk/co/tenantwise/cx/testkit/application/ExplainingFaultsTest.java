package uk.co.tenantwise.cx.testkit.application;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.co.tenantwise.cx.testkit.TestHexagon.ADMIN;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.co.tenantwise.cx.ports.driving.ForExplainingFaults.Explanation;
import uk.co.tenantwise.cx.ports.driving.LadderStep;
import uk.co.tenantwise.cx.ports.fault.CxFault;
import uk.co.tenantwise.cx.ports.fault.FaultCode;
import uk.co.tenantwise.cx.testkit.Builders;
import uk.co.tenantwise.cx.testkit.TestHexagon;
import uk.co.tenantwise.cx.testkit.cx.CxCall;

class ExplainingFaultsTest {
    private static final Duration WAIT = Duration.ofSeconds(7);

    private final TestHexagon hexagon = new TestHexagon().connected();

    @AfterEach
    void close() {
        hexagon.close();
    }

    @Test
    void clocks_shouldSaySo_whenTheyDiffer() {
        hexagon.cx.setClock(Duration.ofMinutes(-3));
        hexagon.integration.companies().companies();

        assertThat(hexagon.integration.explaining().clocks())
                .hasValueSatisfying(said -> assertThat(said.cause()).contains("3 minutes behind"));
    }

    @Test
    void clocks_shouldSayNothing_whenTheyAgreeOrNobodyIsServed() {
        hexagon.integration.companies().companies();
        assertThat(hexagon.integration.explaining().clocks()).isEmpty();

        hexagon.cx.setClock(Duration.ofMinutes(3));
        TestHexagon.saved(hexagon.integration
                .administering()
                .saveConnection(TestHexagon.draft(false, Builders.CONNECTION), ADMIN));
        assertThat(hexagon.integration.explaining().clocks()).isEmpty();
    }

    /** Each kind of fault, the step that it belongs to, and words of its cause and of its remedy. */
    static List<Arguments> faults() {
        return List.of(
                Arguments.of(new CxFault.Unreachable("lost"), LadderStep.TCP, "refused the connection", "203.0.113.5"),
                Arguments.of(new CxFault.TimedOut("late"), LadderStep.CX_ANSWERS, "in time", "203.0.113.6"),
                Arguments.of(new CxFault.TlsFailed("expired"), LadderStep.TLS, "expired", "valid certificate"),
                Arguments.of(
                        new CxFault.AddressForbidden("10.0.0.1"), LadderStep.NAME_RESOLVES, "10.0.0.1", "operator"),
                Arguments.of(
                        new CxFault.AddressNotWhitelisted("edge"), LadderStep.CX_ANSWERS, "firewall", "203.0.113.5"),
                Arguments.of(new CxFault.CredentialsRejected("401"), LadderStep.CREDENTIALS, "password", "save"),
                Arguments.of(new CxFault.NoApiPermission("403"), LadderStep.API_PERMISSION, "API", "API permissions"),
                Arguments.of(new CxFault.NotFound("404"), LadderStep.CX_ANSWERS, "does not speak", "API URL"),
                Arguments.of(new CxFault.Refused("400"), LadderStep.CX_ANSWERS, "does not speak", "API URL"),
                Arguments.of(
                        new CxFault.Throttled("429", Optional.empty()),
                        LadderStep.CX_ANSWERS,
                        "fewer requests",
                        "few minutes"),
                Arguments.of(
                        new CxFault.Unavailable("503", Optional.empty()),
                        LadderStep.CX_ANSWERS,
                        "maintained",
                        "few minutes"),
                Arguments.of(new CxFault.ContractBroken("html"), LadderStep.CX_ANSWERS, "does not speak", "API URL"),
                Arguments.of(new CxFault.Busy("16 calls", WAIT), LadderStep.CX_ANSWERS, "As many calls", "more calls"));
    }

    static Stream<CxFault> eachFault() {
        return faults().stream().map(arguments -> (CxFault) arguments.get()[0]);
    }

    @Nested
    class Explain {
        @ParameterizedTest(name = "{0}: {1}")
        @MethodSource("uk.co.tenantwise.cx.testkit.application.ExplainingFaultsTest#faults")
        void explain_shouldNameStepCauseAndRemedy(CxFault fault, LadderStep step, String cause, String remedy) {
            Explanation said = hexagon.integration.explaining().explain(fault);

            assertThat(said.step()).isEqualTo(step);
            assertThat(said.cause()).contains(cause);
            assertThat(said.remedy()).contains(remedy);
        }

        @Test
        void explain_shouldPointAtTheName_whenItDoesNotResolve() {
            hexagon.cx.fail(CxCall.RESOLVE_NAME, new CxFault.Unreachable("no such host"));

            Explanation said = hexagon.integration.explaining().explain(new CxFault.Unreachable("lost"));

            assertThat(said.step()).isEqualTo(LadderStep.NAME_RESOLVES);
            assertThat(said.cause()).contains("does not resolve");
        }

        @Test
        void faults_shouldCoverEveryCode() {
            assertThat(eachFault().map(CxFault::code))
                    .containsExactlyInAnyOrderElementsOf(Arrays.asList(FaultCode.values()));
        }
    }

    @Nested
    class HeldFor {
        @ParameterizedTest(name = "{0}")
        @MethodSource("uk.co.tenantwise.cx.testkit.application.ExplainingFaultsTest#eachFault")
        void heldFor_shouldStayOfItsKindAndSayHowLong(CxFault fault) {
            CxFault held = fault.heldFor(WAIT, "left alone");

            assertThat(held).isExactlyInstanceOf(fault.getClass()).hasMessage("left alone");
            assertThat(held.code()).isEqualTo(fault.code());
            assertThat(held.retryAfter()).contains(WAIT);
            assertThat(held.readMayBeRetried()).isFalse();
        }
    }
}
