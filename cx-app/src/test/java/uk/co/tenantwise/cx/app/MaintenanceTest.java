package uk.co.tenantwise.cx.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that change files of an instance, and what the service makes of it. */
class MaintenanceTest {
    @TempDir
    private Path data;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String command, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of("CX_DATA_DIR", data.toString()));
        environment.putAll(more);
        return new Maintenance(environment, stream(out), stream(err)).run(command);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Nested
    class RotateKey {
        @Test
        void rotateKey_shouldKeepThePasswordReadable_forRunningAndRestartedNodes() throws IOException {
            try (Running app = Running.start(data)) {
                app.fresh();
                String before = Files.readString(data.resolve("cx.key"));
                assertThat(run("rotate-key", Map.of())).isZero();
                assertThat(text(out)).contains("has a new key");
                assertThat(Files.readString(data.resolve("cx.key"))).isNotEqualTo(before);
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("cx.key"))))
                        .isEqualTo("rw-------");
                app.get(Tokens.ADMIN, "/integration/companies").is(200);
                app.restart();
                app.get(Tokens.ADMIN, "/integration/companies").is(200);

                app.put("refresh", "{\"repairsMinutes\": 16, \"customerMinutes\": 15}")
                        .is(200);
                String rotated = Files.readString(data.resolve("cx.key"));
                Files.writeString(data.resolve("cx.key"), before);
                app.restart();
                assertThat(app.get(Tokens.ADMIN, "/integration/companies").status())
                        .as("saved after the rotation, so the former key alone is of no use")
                        .isNotEqualTo(200);
                Files.writeString(data.resolve("cx.key"), rotated);
                app.restart();
                app.get(Tokens.ADMIN, "/integration/companies").is(200);
            }
        }

        @Test
        void rotateKey_shouldSayWhy_whenThereIsNoKeyFile() {
            assertThat(run(
                            "rotate-key",
                            Map.of("CX_KEY_FILE", data.resolve("none").toString())))
                    .isEqualTo(1);
            assertThat(text(err)).contains("none is missing");
            assertThat(data.resolve("none")).doesNotExist();
        }
    }

    @Nested
    class ResetPassword {
        private static final Map<String, String> NO_PASSWORD = Map.of("CX_ADMIN_PASSWORD", "");

        @Test
        void resetPassword_shouldReplaceTheFormerOne_afterARestart() throws IOException {
            assertThat(run("reset-password", Map.of())).isZero();
            String first = password();
            try (Running app = Running.start(data, NO_PASSWORD)) {
                assertThat(logIn(app, first)).isEqualTo(200);
                assertThat(run("reset-password", Map.of())).isZero();
                String second = password();
                assertThat(logIn(app, first)).isEqualTo(200);
                app.restart();
                assertThat(logIn(app, second)).isEqualTo(200);
                assertThat(logIn(app, first)).isEqualTo(401);
                assertThat(Files.readString(data.resolve("admin.password")))
                        .startsWith("$argon2id$")
                        .doesNotContain(second);
            }
        }

        @Test
        void resetPassword_shouldRefuse_whenTheEnvironmentSetsIt_orThereIsNoInstance() {
            assertThat(run("reset-password", Map.of("CX_ADMIN_PASSWORD", "an-admin-password")))
                    .isEqualTo(1);
            assertThat(text(err)).contains("CX_ADMIN_PASSWORD");
            assertThat(run(
                            "reset-password",
                            Map.of("CX_DATA_DIR", data.resolve("none").toString())))
                    .isEqualTo(1);
            assertThat(text(err)).contains("CX_DATA_DIR");
            assertThat(data.resolve("admin.password")).doesNotExist();
        }

        private String password() {
            String shown = text(out).replaceAll("(?s).*password +(\\S+).*", "$1");
            out.reset();
            assertThat(shown).hasSizeGreaterThan(20);
            return shown;
        }

        private int logIn(Running app, String password) {
            return app.get(
                            "Basic "
                                    + Base64.getEncoder()
                                            .encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8)),
                            "/integration")
                    .status();
        }
    }

    @Nested
    class Unknown {
        @Test
        void run_shouldSayWhatThereIs_whenItDoesNotKnowTheCommand() {
            assertThat(run("rotate", Map.of())).isEqualTo(2);
            assertThat(text(err)).contains("rotate-key", "reset-password");
        }

        @Test
        void run_shouldNameTheVariable_whenASettingIsWrong() {
            assertThat(run("rotate-key", Map.of("CX_SERVER_PORT", "eighty"))).isEqualTo(1);
            assertThat(text(err)).contains("CX_SERVER_PORT");
        }
    }
}
