package uk.co.tenantwise.cx.adapter.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.co.tenantwise.cx.adapter.persistence.StoreProcess;
import uk.co.tenantwise.cx.adapter.persistence.TcpGate;
import uk.co.tenantwise.cx.adapter.persistence.TestDatabase;

class StartTest {
    private static final String LATER = "INSERT INTO \"flyway_schema_history\" (\"installed_rank\", \"version\","
            + " \"description\", \"type\", \"script\", \"checksum\", \"installed_by\", \"execution_time\", \"success\")"
            + " VALUES (99, '9999', 'later', 'SQL', 'V9999__later.sql', 1, 'sa', 1, TRUE)";

    @TempDir
    private Path folder;

    private static void start(String url) {
        start(url, "", "");
    }

    private static void start(String url, String username, String password) {
        try (ApplicationContext context =
                ApplicationContext.run(DatabaseProperties.of(url, username, password), "test")) {
            assertThat(context.getBean(DataSource.class)).isNotNull();
        }
    }

    private static String postgres(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?password=hidden";
    }

    @Test
    void start_shouldWait_whenPostgresIsAway() throws Exception {
        try (TcpGate gate = new TcpGate(TestDatabase.postgresPort())) {
            gate.shut();
            CompletableFuture<Void> starting =
                    CompletableFuture.runAsync(() -> start(postgres(gate.port(), "postgres"), "postgres", ""));
            assertThat(gate.awaitRefusal()).isTrue();
            assertThat(starting).isNotDone();

            gate.open();

            assertThat(starting).succeedsWithin(Duration.ofSeconds(60));
        }
    }

    @Test
    void start_shouldBeRefused_whenPostgresHasNoSuchDatabase() {
        assertThatThrownBy(() -> start(postgres(TestDatabase.postgresPort(), "nowhere"), "postgres", ""))
                .rootCause()
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("there is no database of that name")
                .hasMessageContaining("/nowhere")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void start_shouldBeRefused_whenCommitsMayBeLost() {
        String url = DatabaseUrl.inFolder(folder).replace(";WRITE_DELAY=0", "");

        assertThatThrownBy(() -> start(url))
                .rootCause()
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("WRITE_DELAY=0");
    }

    @Test
    void start_shouldBeRefused_whenAnotherProcessHasTheFile() throws IOException {
        try (StoreProcess other = StoreProcess.holding(folder)) {
            assertThat(other.nextLine()).isEqualTo("open");

            assertThatThrownBy(() -> start(DatabaseUrl.inFolder(folder)))
                    .rootCause()
                    .isInstanceOf(DatabaseRefused.class)
                    .hasMessageContaining("Another process is using the database")
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("PostgreSQL");
        }
    }

    @Test
    void start_shouldBeRefused_whenANewerVersionHasMigratedTheDatabase() throws SQLException {
        String url = DatabaseUrl.inFolder(folder);
        start(url);
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                PreparedStatement insert = connection.prepareStatement(LATER)) {
            insert.executeUpdate();
        }

        Throwable refusal = catchThrowable(() -> start(url));

        assertThat(inWords(refusal))
                .contains("A newer version of the service has changed the database to schema 9999, which this version"
                        + " does not know; start the newer version again, or restore the backup that was made"
                        + " before the upgrade");
    }

    @Test
    void start_shouldBeRefusedInOneLine_whenAMigrationWasChanged() throws SQLException {
        String url = DatabaseUrl.inFolder(folder);
        start(url);
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE \"flyway_schema_history\" SET \"checksum\" = 1 WHERE \"version\" = '1'")) {
            assertThat(update.executeUpdate()).isEqualTo(1);
        }

        assertThat(inWords(catchThrowable(() -> start(url))))
                .hasValueSatisfying(words -> assertThat(words)
                        .startsWith("The tables of the database are not those that this version makes")
                        .doesNotContain("\n"));
    }

    /** As the console shows it. */
    private static Optional<String> inWords(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> DatabaseRefused.inWords(cause).stream())
                .findFirst();
    }

    @Test
    void start_shouldGoOn_whenTheDatabaseIsOfThisVersion() {
        start(DatabaseUrl.inFolder(folder));
        start(DatabaseUrl.inFolder(folder));
    }
}
