package uk.co.tenantwise.cx.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.co.tenantwise.cx.adapter.persistence.database.DatabaseUrl;

/** The service as it is delivered: a jar, started with the environment only. */
class PackagedServiceIT {
    private static final String READY = Packaged.READY;
    private static final String LATER = "INSERT INTO \"flyway_schema_history\" (\"installed_rank\", \"version\","
            + " \"description\", \"type\", \"script\", \"checksum\", \"installed_by\", \"execution_time\", \"success\")"
            + " VALUES (99, '9999', 'later', 'SQL', 'V9999__later.sql', 1, 'sa', 1, TRUE)";

    @TempDir
    private Path folder;

    private Packaged packaged;

    @BeforeEach
    void prepare() {
        packaged = new Packaged(folder);
    }

    private Program start(Map<String, String> more) {
        return packaged.start(more);
    }

    private Answer call(String method, String path, String body) throws Exception {
        return packaged.call(method, path, body);
    }

    @Nested
    class Start {
        @Test
        void start_shouldServeUntilItIsToldToStop() throws Exception {
            try (Program service = start(Map.of())) {
                service.awaitOutput(READY);
                assertThat(call("GET", "/api/v1/integration", "")
                                .is(200)
                                .path("status")
                                .asText())
                        .isEqualTo("DISABLED");
                assertThat(service.stop()).isEqualTo(143);
                assertThat(service.output()).doesNotContain("Exception", " ERROR ", " WARN ");
            }
        }

        /**
         * Guards against: stopped at once, a node was sent requests that it refused, until the load balancer looked at it
         * again; and H2 closed its database by itself at the signal, so that nothing could be saved or cancelled meanwhile.
         */
        @Test
        void stop_shouldTakeTheNodeOutFirst_andServeUntilTheDelayIsOver() throws Exception {
            try (Program service = start(Map.of("CX_SHUTDOWN_DELAY", "PT10S"))) {
                service.awaitOutput(READY);
                call("GET", "/health/readiness", "").is(200);
                service.askToStop();
                service.awaitOutput("Stopping in 10s");
                Eventually.until("not ready", () -> status("/health/readiness") == 503);
                call("GET", "/api/v1/integration", "").is(200);
                call("PUT", "/api/v1/integration/refresh", "{\"repairsMinutes\": 30, \"customerMinutes\": 15}")
                        .is(200);
                assertThat(service.awaitEnd()).isEqualTo(143);
            }
        }

        private int status(String path) {
            return Http.get(packaged.base() + path).status();
        }

        @Test
        void start_shouldWriteOneJsonObjectALine_whenAskedTo() throws Exception {
            try (Program service = start(Map.of("CX_LOG_FORMAT", "json"))) {
                service.awaitOutput(READY);
                assertThat(service.output()).contains("{\"timestamp\":").contains("KeyFile");
            }
        }

        @ParameterizedTest
        @CsvSource({
            "CX_SERVER_PORT,eighty",
            "CX_JWT_SECRET,short",
            "CX_API_TIMEOUT,10",
            "CX_DATASOURCE_URL,jdbc:oracle:x",
            "CX_DATA_DIR,/proc/cannot-be-made"
        })
        void start_shouldEndWithOneLine_whenASettingIsWrong(String name, String value) throws Exception {
            try (Program service = start(Map.of(name, value))) {
                assertThat(service.awaitEnd()).isEqualTo(1);
                assertThat(service.output().lines()).hasSize(1);
                assertThat(service.output()).contains(name);
            }
        }

        @Test
        void start_shouldSaySo_whenThePortOrTheDatabaseIsTaken() throws Exception {
            try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    Program second = start(Map.of("CX_SERVER_PORT", Integer.toString(taken.getLocalPort())))) {
                assertThat(second.awaitEnd()).isEqualTo(1);
                assertThat(second.output()).contains("CX_SERVER_PORT: another program listens on this port");
            }
            try (Program first = start(Map.of())) {
                first.awaitOutput(READY);
                try (Program second = start(Map.of("CX_SERVER_PORT", "0"))) {
                    assertThat(second.awaitEnd()).isEqualTo(1);
                    assertThat(second.output()).contains("Another process is using the database");
                }
            }
        }
    }

    @Nested
    class NewerSchema {
        /** Row D8. Guards against: an operator who went back to the version before got a stack trace of the migration. */
        @Test
        void start_shouldEndWithOneLine_whenANewerVersionHasMigratedTheDatabase() throws Exception {
            try (Program service = start(Map.of())) {
                service.awaitOutput(READY);
                assertThat(service.stop()).isEqualTo(143);
            }
            try (Connection connection =
                            DriverManager.getConnection(DatabaseUrl.inFolder(folder.resolve("data")), "cx", "");
                    PreparedStatement insert = connection.prepareStatement(LATER)) {
                assertThat(insert.executeUpdate()).isEqualTo(1);
            }
            try (Program service = start(Map.of())) {
                assertThat(service.awaitEnd()).isEqualTo(1);
                assertThat(service.output().lines())
                        .singleElement()
                        .asString()
                        .startsWith("The service cannot start. A newer version of the service has changed the database")
                        .contains("9999", "restore the backup");
            }
        }
    }

    @Nested
    class Kill {
        @Test
        void kill_shouldLoseNoSavedSetting() throws Exception {
            for (int minutes = 20; minutes < 22; minutes++) {
                try (Program service = start(Map.of())) {
                    service.awaitOutput(READY);
                    call(
                                    "PUT",
                                    "/api/v1/integration/refresh",
                                    "{\"repairsMinutes\": " + minutes + ", \"customerMinutes\": 15}")
                            .is(200);
                    service.kill();
                }
                try (Program service = start(Map.of())) {
                    service.awaitOutput(READY);
                    assertThat(call("GET", "/api/v1/integration", "")
                                    .is(200)
                                    .path("refresh")
                                    .path("repairsMinutes")
                                    .asInt())
                            .isEqualTo(minutes);
                    service.kill();
                }
            }
        }
    }

    @Nested
    class FirstStart {
        @Test
        void firstStart_shouldShowThePasswordOnce_andMakeTheFolderPrivate() throws Exception {
            Map<String, String> none = Map.of("CX_ADMIN_PASSWORD", "");
            try (Program service = start(none)) {
                service.awaitOutput(READY);
                assertThat(service.output()).contains("user name  admin", "password   ");
                assertThat(service.stop()).isEqualTo(143);
            }
            try (Program service = start(none)) {
                service.awaitOutput(READY);
                assertThat(service.output()).doesNotContain("password   ");
            }
            assertThat(Files.getPosixFilePermissions(folder.resolve("data"))).hasSize(3);
        }
    }
}
