package uk.co.tenantwise.cx.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorMainTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Nested
    class Start {

        @Test
        void start_shouldServeTheDemo_andSayWhere() throws Exception {
            try (CxSimulator simulator = SimulatorMain.start(new String[] {"--port", "0"}, Map.of(), out);
                    Caller caller = new Caller(simulator).loggedIn(DemoSite.USER, DemoSite.PASSWORD)) {
                assertThat(caller.get("/api/companies").body()).contains("HOMES", "LETTINGS");
                assertThat(printed.toString(StandardCharsets.UTF_8))
                        .contains(simulator.baseUrl().toString(), DemoSite.USER, DemoSite.PASSWORD, "CANX", "TENANT");
            }
        }

        @Test
        void start_shouldTakeThePortOfTheEnvironment_butListenToTheArgumentFirst() throws Exception {
            Map<String, String> environment = Map.of("CX_SIMULATOR_PORT", "0");
            try (CxSimulator simulator = SimulatorMain.start(new String[0], environment, out)) {
                assertThat(simulator.port()).isNotEqualTo(8_090);
            }
            Map<String, String> wrong = Map.of("CX_SIMULATOR_PORT", "wrong");
            try (CxSimulator simulator = SimulatorMain.start(new String[] {"--port", "0"}, wrong, out)) {
                assertThat(simulator.port()).isPositive();
            }
        }

        @Test
        void start_shouldSayThatThePortIsTaken() throws Exception {
            try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                String port = String.valueOf(other.getLocalPort());

                assertThatThrownBy(() -> SimulatorMain.start(new String[] {"--port", port}, Map.of(), out))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("Port " + port + " is taken. Choose another one with --port or CX_SIMULATOR_PORT.");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"x", "-1", "65536", "80.5"})
        void start_shouldRefuse_whatIsNoPort(String port) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SimulatorMain.start(new String[] {"--port", port}, Map.of(), out))
                    .withMessageContaining("from 0 to 65535");
        }

        @Test
        void start_shouldRefuse_otherArguments() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SimulatorMain.start(new String[] {"--help"}, Map.of(), out))
                    .withMessageContaining("--port");
        }
    }

    @Nested
    class Run {

        @Test
        void program_shouldServeOnLoopbackOnly_andEndOnSigterm() throws Exception {
            Process process = program("0");
            try (BufferedReader output = process.inputReader()) {
                String address = output.readLine();
                assertThat(address).startsWith("Cx simulator: http://127.0.0.1:");
                int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    assertThat(socket.isConnected()).isTrue();
                }

                process.destroy();

                assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
                assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                        .isInstanceOf(ConnectException.class);
            } finally {
                process.destroyForcibly();
            }
        }

        @Test
        void program_shouldEndWithStatusOne_whenThePortIsTaken() throws Exception {
            try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                Process process = program(String.valueOf(other.getLocalPort()));
                try (BufferedReader output = process.inputReader();
                        BufferedReader errors = process.errorReader()) {
                    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
                    assertThat(process.exitValue()).isEqualTo(1);
                    assertThat(errors.lines()).anyMatch(line -> line.contains("is taken"));
                    assertThat(output.lines()).isEmpty();
                } finally {
                    process.destroyForcibly();
                }
            }
        }

        private Process program(String port) throws IOException {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            SimulatorMain.class.getName(),
                            "--port",
                            port)
                    .start();
        }
    }
}
