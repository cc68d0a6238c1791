package uk.co.tenantwise.cx.adapter.persistence;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.transaction.TransactionOperations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import uk.co.tenantwise.cx.adapter.persistence.database.DatabaseProperties;
import uk.co.tenantwise.cx.adapter.persistence.database.DatabaseUrl;

/**
 * A real database, configured as in the service, shared by all tests of this JVM: H2 in a file, and PostgreSQL behind a gate.
 * H2 is taken away by taking all its connections, PostgreSQL by cutting them.
 */
public final class TestDatabase {
    private static final CompletableFuture<Integer> POSTGRES_PORT = new CompletableFuture<>();
    private static final Duration RECOVERY = Duration.ofSeconds(60);

    private final ApplicationContext context;
    private final HikariDataSource pool;
    private final Runnable away;
    private final Runnable back;

    static {
        // A zone with clock changes shows stores that send instants through the zone of the JVM.
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/London"));
    }

    private static final class H2 {
        static final TestDatabase DATABASE = startH2();
    }

    private static final class Postgres {
        static final TestDatabase DATABASE = startPostgres();
    }

    private TestDatabase(Map<String, Object> properties, Runnable away, Runnable back) {
        Map<String, Object> adapted = new HashMap<>(properties);
        // Half the patience, so that tests of an absent database take half the time; no connection has to be made in
        // it.
        adapted.put("datasources.default.connection-timeout", 500);
        adapted.put("datasources.default.validation-timeout", 400);
        adapted.put("datasources.default.maximum-pool-size", 8);
        adapted.put("datasources.default.minimum-idle", 8);
        this.context = ApplicationContext.run(adapted, "test");
        try {
            this.pool = context.getBean(DataSource.class).unwrap(HikariDataSource.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        this.away = away;
        this.back = back;
        Runtime.getRuntime().addShutdownHook(new Thread(context::close));
    }

    /** H2 in a file. */
    public static TestDatabase h2() {
        return H2.DATABASE;
    }

    /** PostgreSQL. */
    public static TestDatabase postgres() {
        return Postgres.DATABASE;
    }

    /** The port of the PostgreSQL server, in front of which there is no gate. */
    public static int postgresPort() {
        postgres();
        return POSTGRES_PORT.join();
    }

    private static TestDatabase startH2() {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "cx-h2");
            List<Connection> taken = new ArrayList<>();
            TestDatabase[] self = new TestDatabase[1];
            self[0] = new TestDatabase(
                    DatabaseProperties.of(DatabaseUrl.inFolder(folder), "", ""),
                    () -> self[0].takeAll(taken),
                    () -> giveBack(taken));
            return self[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestDatabase startPostgres() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("synchronous_commit", "on")
                    .start();
            POSTGRES_PORT.complete(server.getPort());
            TcpGate gate = new TcpGate(server.getPort());
            return new TestDatabase(
                    DatabaseProperties.of(
                            "jdbc:postgresql://127.0.0.1:" + gate.port() + "/postgres", "postgres", "postgres"),
                    gate::shut,
                    gate::open);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The transactions of the data source. */
    @SuppressWarnings("unchecked") // a class literal cannot say what it connects with
    public TransactionOperations<Connection> transactions() {
        return context.getBean(Argument.of(TransactionOperations.class, Connection.class));
    }

    /** One more node on this database. */
    public Persistence node(Path keyFile, InstantSource clock) {
        return Persistence.open(transactions(), keyFile, clock);
    }

    /** Makes the database reachable and empty. */
    public TestDatabase fresh() {
        bringBack();
        execute(
                "DELETE FROM cx_settings_change",
                "DELETE FROM cx_settings",
                "DELETE FROM cx_secret",
                "DELETE FROM cx_cancellation",
                "DELETE FROM cx_answer",
                "DELETE FROM cx_used");
        return this;
    }

    /** Executes statements outside the stores. */
    public void execute(String... statements) {
        transactions().executeWrite(status -> {
            for (String statement : statements) {
                try (var prepared = status.getConnection().prepareStatement(statement)) {
                    prepared.executeUpdate();
                }
            }
            return true;
        });
    }

    /** Makes the database unreachable. */
    public void takeAway() {
        away.run();
    }

    /** Ends what {@link #takeAway()} began; the pool tries again after a pause, which grows to five seconds. */
    public void bringBack() {
        back.run();
        // The pool does not test connections that were in use just now.
        pool.getHikariPoolMXBean().softEvictConnections();
        long end = System.nanoTime() + RECOVERY.toNanos();
        while (System.nanoTime() < end) {
            try (Connection connection = pool.getConnection()) {
                if (connection.isValid(1)) {
                    return;
                }
            } catch (SQLException e) {
                // Not yet; the pool has waited for half a second.
            }
        }
        throw new IllegalStateException("the database did not come back");
    }

    private void takeAll(List<Connection> taken) {
        while (taken.size() < pool.getMaximumPoolSize()) {
            try {
                taken.add(pool.getConnection());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void giveBack(List<Connection> taken) {
        for (Connection connection : taken) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        taken.clear();
    }
}
