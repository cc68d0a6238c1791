package uk.co.tenantwise.cx.reliability.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * A PostgreSQL server that keeps its promises: commits are on disk before they are acknowledged, as in production. It can be
 * frozen, killed and started again on the same port and data, and is reached through a proxy. Not thread-safe.
 */
public final class PostgresServer implements AutoCloseable {
    private final Path data;
    private final int port = Node.freePort();
    private final TcpFaultProxy proxy = new TcpFaultProxy(port);
    private EmbeddedPostgres server;

    /** Starts one with its data in {@code folder}. */
    public PostgresServer(Path folder) {
        this.data = folder.resolve("postgres");
        this.server = start();
        requireDurable();
    }

    /** What stands between the nodes and the server. */
    public TcpFaultProxy proxy() {
        return proxy;
    }

    /** What makes a node use it. */
    public Map<String, String> environment() {
        return Map.of(
                "CX_DATASOURCE_URL",
                "jdbc:postgresql://127.0.0.1:" + proxy.port() + "/postgres",
                "CX_DATASOURCE_USERNAME",
                "postgres",
                "CX_DATASOURCE_PASSWORD",
                "postgres");
    }

    /**
     * Keeps a cancellation between the commit of its attempt and its sending: what acknowledges the commit to the node is held.
     * For the next request of a customer to cancel the repair, with a key and without a note.
     */
    public HeldPiece holdAfterIntent(Customer customer) {
        return proxy.holdAnswer(customer.fingerprint(), "COMMIT");
    }

    /** A connection of the tests, past the proxy. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "postgres");
    }

    /** Freezes all its processes. */
    public void freeze() {
        Signals.freeze(postmaster());
    }

    /** Lets them go on. */
    public void thaw() {
        Signals.thaw(postmaster());
    }

    /** Ends all its processes at once. */
    public void kill() throws Exception {
        ProcessHandle postmaster = postmaster();
        Signals.kill(postmaster);
        Until.isTrue("PostgreSQL has ended", Duration.ofSeconds(10), () -> !postmaster.isAlive());
        close(server);
    }

    /** Starts it again after {@link #kill()}. */
    public void restart() {
        server = start();
    }

    @Override
    public void close() {
        proxy.close();
        close(server);
    }

    private EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    // Time enough for a test to come between a wait and the look for a deadlock.
                    .setServerConfig("deadlock_timeout", "3s")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessHandle postmaster() {
        try {
            long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
            return ProcessHandle.of(pid).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The embedded server is fast and forgetful unless it is told otherwise; a kill would prove nothing. */
    private void requireDurable() {
        try (Connection connection = connect()) {
            for (String setting : new String[] {"fsync", "synchronous_commit"}) {
                if (!"on".equals(Rows.text(connection, "SELECT current_setting('" + setting + "')"))) {
                    throw new IllegalStateException(setting + " is off");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
