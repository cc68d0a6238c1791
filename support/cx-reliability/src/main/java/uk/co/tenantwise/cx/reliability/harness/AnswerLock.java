package uk.co.tenantwise.cx.reliability.harness;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/**
 * Keeps a cancellation between the commit of its attempt and its sending: the row that notes its idempotency key is inserted
 * here and not committed, so that the node's own insert waits. Closing it lets the node go on.
 */
public final class AnswerLock implements AutoCloseable {
    private final PostgresServer postgres;
    private final Customer customer;
    private final Connection connection;

    /** For the cancellation that a customer is about to ask for under a key. */
    public AnswerLock(PostgresServer postgres, Customer customer, String key) throws SQLException {
        this.postgres = postgres;
        this.customer = customer;
        this.connection = postgres.connect();
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO cx_answer (contact, idempotency_key, fingerprint, attempt, remembered_at)"
                        + " VALUES (?, ?, '', ?, now())")) {
            insert.setString(1, customer.contact());
            insert.setString(2, key);
            insert.setObject(3, UUID.randomUUID());
            insert.executeUpdate();
        }
    }

    /** Waits until the attempt is stored. */
    public void awaitAttempt(Duration atMost) throws Exception {
        try (Connection looking = postgres.connect()) {
            Until.isTrue(
                    "the attempt is stored",
                    atMost,
                    () -> Rows.text(looking, "SELECT sends FROM cx_cancellation WHERE target = ?", customer.repair())
                            .equals("1"));
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
