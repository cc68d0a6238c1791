package uk.co.tenantwise.cx.adapter.persistence.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connects to the database once, and waits for PostgreSQL while it is away or starting. */
final class FirstConnection {
    private static final Logger LOG = LoggerFactory.getLogger(FirstConnection.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int H2_FILE_IN_USE = 90020;

    private final String url;
    private final Properties properties = new Properties();

    FirstConnection(String url, String username, String password) {
        this.url = url;
        properties.setProperty("user", username);
        properties.setProperty("password", password);
        if (DatabaseUrl.isPostgres(url)) {
            properties.setProperty("connectTimeout", "2");
            properties.setProperty("socketTimeout", "10");
        }
    }

    /**
     * Returns once the database has answered.
     *
     * @throws DatabaseRefused when waiting cannot help
     */
    void await() {
        Duration pause = FIRST_PAUSE;
        while (!answers()) {
            LOG.warn("Waiting for the database at {}; trying again in {} s", place(), pause.toSeconds());
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DatabaseRefused("Stopped while waiting for the database at " + place());
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private boolean answers() {
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            if (e.getErrorCode() == H2_FILE_IN_USE) {
                throw new DatabaseRefused("Another process is using the database " + place()
                        + ". Stop it first; to run several nodes, set CX_DATASOURCE_URL to a PostgreSQL database");
            }
            Trouble trouble = Trouble.in(e).orElseThrow();
            if (DatabaseUrl.isPostgres(url) && trouble.mayPass()) {
                return false;
            }
            throw new DatabaseRefused("Cannot open the database " + place() + ": " + trouble.inWords());
        }
    }

    /** The URL without its settings, which may hold a password. */
    private String place() {
        return url.split("[;?]", 2)[0];
    }
}
