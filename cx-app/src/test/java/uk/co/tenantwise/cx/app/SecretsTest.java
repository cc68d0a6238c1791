package uk.co.tenantwise.cx.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import uk.co.tenantwise.cx.simulator.Endpoint;
import uk.co.tenantwise.cx.simulator.Fault;

/** What is stored survives, and what is secret is nowhere to be read. */
class SecretsTest {
    private static String onDisk(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                text.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_16BE));
            }
        }
        return text.toString();
    }

    @Nested
    class Restart {
        @Test
        void settings_shouldSurvive_whenTheServiceIsStartedAgain(@TempDir Path data) {
            try (Running app = Running.start(data)) {
                app.fresh();
                Answer before = app.get(Tokens.ADMIN, "/integration");
                app.restart();
                Answer after = app.get(Tokens.ADMIN, "/integration");
                assertThat(after.body()).isEqualTo(before.body());
                assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
                app.get(Tokens.ADMIN, "/integration/companies").is(200);
                app.get(Tokens.PORTAL, "/customers/C-1001/repairs").is(200);
            }
        }
    }

    @Nested
    @ResourceLock(Resources.SYSTEM_OUT)
    class Secrets {
        @Test
        void secrets_shouldBeNowhere_whenEverythingHasHappened(@TempDir Path data) throws IOException {
            PrintStream console = System.out;
            ByteArrayOutputStream captured = new ByteArrayOutputStream();
            StringBuilder answers = new StringBuilder();
            System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
            try (Running app = Running.start(data)) {
                app.fresh();
                answers.append(app.put("connection", app.connection().replace("api.user", ""))
                        .body());
                answers.append(app.put("connection", "{\"password\": \"" + Running.CX_PASSWORD + "\"")
                        .body());
                answers.append(app.get(Tokens.ADMIN, "/integration").body());
                answers.append(
                        app.get(Tokens.ADMIN, "/integration/history?limit=100").body());
                answers.append(app.post(Tokens.ADMIN, "/integration/test", "").body());
                app.get(Tokens.PORTAL, "/customers/C-1001/repairs").is(200);
                app.cx.faults().next(Endpoint.CANCEL_ORDER, Fault.resetAfterEffect());
                app.post(Tokens.PORTAL, "/customers/C-1001/repairs/WO-1/cancellation", "")
                        .is(200);
                app.cx.site().changeUser(SampleSite.USER, user -> user.withPassword("changed"));
                app.cx.expireTokens();
                app.post(Tokens.PORTAL, "/customers/C-1001/sign-in", "").is(200);
                answers.append(app.post(Tokens.ADMIN, "/integration/test", "").body());
                answers.append(Http.get(app.base() + "/prometheus").body());
                answers.append(Http.get(app.base() + "/health").body());
            } finally {
                System.setOut(console);
            }
            String log = captured.toString(StandardCharsets.UTF_8);
            String disk = onDisk(data);
            assertThat(disk).contains("api.user", "WO-1");
            assertThat(log).contains("CX_CREDENTIALS_REJECTED");
            for (String text : List.of(disk, log, answers.toString())) {
                assertThat(text.contains(Running.CX_PASSWORD)).isFalse();
                assertThat(text.contains("an-admin-password")).isFalse();
                assertThat(text.contains(Tokens.SECRET)).isFalse();
                assertThat(text.contains(Tokens.ADMIN)).isFalse();
                assertThat(text.contains(SampleSite.NAME)).isFalse();
                assertThat(text.contains(SampleSite.ADDRESS)).isFalse();
                assertThat(text.contains(SampleSite.DESCRIPTION)).isFalse();
            }
        }
    }

    @Nested
    @ResourceLock(Resources.SYSTEM_OUT)
    class FirstStart {
        private static final Map<String, String> NOTHING_SET = Map.of("CX_ADMIN_PASSWORD", "", "CX_JWT_SECRET", "");

        @Test
        void firstStart_shouldShowThePasswordOnce_andStoreItsHashOnly(@TempDir Path data) throws IOException {
            PrintStream console = System.out;
            ByteArrayOutputStream captured = new ByteArrayOutputStream();
            System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
            String password;
            try (Running app = Running.start(data, NOTHING_SET)) {
                String shown = captured.toString(StandardCharsets.UTF_8);
                password = shown.replaceAll("(?s).*password +(\\S+).*", "$1");
                assertThat(password).hasSizeGreaterThan(20);
                assertThat(logIn(app, password).status()).isEqualTo(200);
                captured.reset();
                app.restart();
                assertThat(captured.toString(StandardCharsets.UTF_8)).doesNotContain("password ");
                assertThat(logIn(app, password).status()).isEqualTo(200);
                assertThat(app.get(Tokens.ADMIN, "/integration").status()).isEqualTo(401);
            } finally {
                System.setOut(console);
            }
            assertThat(onDisk(data).contains(password)).isFalse();
            assertThat(Files.readString(data.resolve("admin.password"))).startsWith("$argon2id$");
            for (String file : List.of("admin.password", "jwt.secret", "cx.key")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file))))
                        .as(file)
                        .isEqualTo("rw-------");
            }
            assertThat(Files.readString(data.resolve("jwt.secret")).strip()).hasSize(43);
        }

        private static Answer logIn(Running app, String password) {
            return app.get(
                    "Basic "
                            + java.util.Base64.getEncoder()
                                    .encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8)),
                    "/integration");
        }
    }
}
