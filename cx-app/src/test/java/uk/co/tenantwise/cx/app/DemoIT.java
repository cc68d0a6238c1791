package uk.co.tenantwise.cx.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./cx demo} runs, and the calls that it shows, typed as they stand. */
class DemoIT {
    private static final String APP = System.getProperty("cx.app.jar", "target/cx-app.jar");
    private static final String SIMULATOR =
            System.getProperty("cx.simulator.jar", "../support/cx-simulator/target/cx-simulator.jar");
    private static final Pattern CURL =
            Pattern.compile("curl -s (?:-u '([^']+)'|-H 'Authorization: ([^']+)') (-X POST )?(http\\S+)");

    @TempDir
    private Path folder;

    private Program demo(int port, int simulatorPort) {
        return Program.java(
                folder,
                Map.of(
                        "CX_SERVER_PORT", Integer.toString(port),
                        "CX_SIMULATOR_PORT", Integer.toString(simulatorPort),
                        "CX_DATA_DIR", folder.resolve("data").toString()),
                "-cp",
                APP,
                "uk.co.tenantwise.cx.app.demo.DemoMain",
                SIMULATOR);
    }

    private static List<HttpRequest> shownCalls(String output) {
        List<HttpRequest> calls = new ArrayList<>();
        Matcher curl = CURL.matcher(output);
        while (curl.find()) {
            String authorization = curl.group(1) == null
                    ? curl.group(2)
                    : "Basic "
                            + Base64.getEncoder().encodeToString(curl.group(1).getBytes(StandardCharsets.UTF_8));
            calls.add(HttpRequest.newBuilder(URI.create(curl.group(4)))
                    .header("Authorization", authorization)
                    .method(curl.group(3) == null ? "GET" : "POST", HttpRequest.BodyPublishers.noBody())
                    .build());
        }
        return calls;
    }

    @Nested
    class Run {
        @Test
        void run_shouldShowCallsThatWork_andEndWithItsSimulator() throws Exception {
            int simulatorPort = Program.freePort();
            try (Program demo = demo(Program.freePort(), simulatorPort);
                    HttpClient client = HttpClient.newHttpClient()) {
                demo.awaitOutput("Rhys's repairs");
                demo.awaitOutput("T%2F2024%2F17/repairs");
                List<HttpRequest> calls = shownCalls(demo.output());
                assertThat(calls).hasSize(6);
                for (HttpRequest call : calls) {
                    HttpResponse<String> response = client.send(call, HttpResponse.BodyHandlers.ofString());
                    assertThat(response.statusCode())
                            .as(call.uri() + " " + response.body())
                            .isEqualTo(200);
                }
                assertThat(demo.stop()).isEqualTo(143);
                assertThat(demo.output()).doesNotContain("has ended", "Exception");
                new ServerSocket(simulatorPort, 1, InetAddress.getLoopbackAddress()).close();
            }
        }

        @Test
        void run_shouldStartNothing_whenAPortIsTaken() throws Exception {
            try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                for (boolean simulators : new boolean[] {true, false}) {
                    try (Program demo = demo(
                            simulators ? Program.freePort() : taken.getLocalPort(),
                            simulators ? taken.getLocalPort() : Program.freePort())) {
                        assertThat(demo.awaitEnd()).isEqualTo(1);
                        assertThat(demo.output().lines()).hasSize(1);
                        assertThat(demo.output())
                                .contains("Port " + taken.getLocalPort() + " is taken")
                                .contains(simulators ? "CX_SIMULATOR_PORT=" : "CX_SERVER_PORT=");
                    }
                }
            }
        }
    }

    @Nested
    class Script {
        private Program cx(String... arguments) {
            List<String> command = new ArrayList<>(List.of(
                    "sh", Path.of("..", "cx").toAbsolutePath().normalize().toString()));
            command.addAll(List.of(arguments));
            return Program.start(folder, Map.of(), command);
        }

        @Test
        void script_shouldExplainItself() throws Exception {
            try (Program help = cx("help")) {
                assertThat(help.awaitEnd()).isZero();
                assertThat(help.output()).contains("demo", "start", "simulator", "CX_DATA_DIR");
            }
            try (Program nonsense = cx("nonsense")) {
                assertThat(nonsense.awaitEnd()).isEqualTo(2);
                assertThat(nonsense.output()).contains("does not know \"nonsense\"");
            }
        }
    }
}
