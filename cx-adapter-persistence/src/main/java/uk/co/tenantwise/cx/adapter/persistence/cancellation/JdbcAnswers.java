package uk.co.tenantwise.cx.adapter.persistence.cancellation;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import uk.co.tenantwise.cx.adapter.persistence.database.Database;
import uk.co.tenantwise.cx.adapter.persistence.database.Database.DuplicateKey;
import uk.co.tenantwise.cx.adapter.persistence.database.Sql;
import uk.co.tenantwise.cx.domain.cancellation.CancellationId;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.cancellation.IdempotencyKey;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.ports.driven.ForRememberingAnswers;
import uk.co.tenantwise.cx.ports.driven.KeyedRequest;
import uk.co.tenantwise.cx.ports.driven.RememberedAnswer;

/** Answers to requests with an idempotency key, in the database. Thread-safe. */
public final class JdbcAnswers implements ForRememberingAnswers {
    private static final String REMEMBER = "remember the request";

    private final Database database;

    /** The answers in {@code database}. */
    public JdbcAnswers(Database database) {
        this.database = database;
    }

    @Override
    public Optional<RememberedAnswer> find(ContactReference contact, IdempotencyKey key, Instant notBefore) {
        return database.read("read what the request was answered", sql -> find(sql, contact, key, notBefore));
    }

    static Optional<RememberedAnswer> find(Sql sql, ContactReference contact, IdempotencyKey key, Instant notBefore)
            throws SQLException {
        return sql.first(
                "SELECT * FROM cx_answer WHERE contact = ? AND idempotency_key = ? AND remembered_at >= ?",
                row -> new RememberedAnswer(
                        row.text("fingerprint"), new CancellationId(row.uuid("attempt")), OutcomeColumns.read(row)),
                contact.value(),
                key.value(),
                notBefore);
    }

    @Override
    public RememberedAnswer remember(ContactReference contact, KeyedRequest request, CancellationId attempt) {
        Database.Work<RememberedAnswer> remembering = sql -> remember(sql, contact, request, attempt);
        try {
            return database.write(REMEMBER, remembering);
        } catch (DuplicateKey somebodyWasFaster) {
            return database.write(REMEMBER, remembering);
        }
    }

    private static RememberedAnswer remember(
            Sql sql, ContactReference contact, KeyedRequest request, CancellationId attempt) throws SQLException {
        Optional<RememberedAnswer> first = find(sql, contact, request.key(), request.notBefore());
        if (first.isPresent()) {
            return first.get();
        }
        insert(sql, contact, request, attempt);
        return new RememberedAnswer(request.fingerprint(), attempt, Optional.empty());
    }

    /** Puts a request in the place of what is outdated; collides with another one of the same key. */
    static void insert(Sql sql, ContactReference contact, KeyedRequest request, CancellationId attempt)
            throws SQLException {
        // There is no upsert that both databases know. Removing what is outdated locks nothing that is not.
        sql.update(
                "DELETE FROM cx_answer WHERE contact = ? AND idempotency_key = ? AND remembered_at < ?",
                contact.value(),
                request.key().value(),
                request.notBefore());
        sql.update(
                "INSERT INTO cx_answer (contact, idempotency_key, fingerprint, attempt, remembered_at)"
                        + " VALUES (?, ?, ?, ?, ?)",
                contact.value(),
                request.key().value(),
                request.fingerprint(),
                attempt.value(),
                request.at());
    }

    @Override
    public void answered(
            ContactReference contact, IdempotencyKey key, CancellationId attempt, CancellationOutcome outcome) {
        OutcomeColumns columns = OutcomeColumns.of(outcome);
        database.write(
                "remember the answer",
                sql -> sql.update(
                        "UPDATE cx_answer SET outcome = ?, refusal = ?, cx_message = ?"
                                + " WHERE contact = ? AND idempotency_key = ? AND attempt = ?"
                                + " AND (outcome IS NULL OR outcome = 'UNKNOWN')",
                        columns.outcome(),
                        columns.refusal(),
                        columns.message(),
                        contact.value(),
                        key.value(),
                        attempt.value()));
    }

    @Override
    public void forget(Instant before) {
        database.write(
                "forget old answers", sql -> sql.update("DELETE FROM cx_answer WHERE remembered_at < ?", before));
    }
}
