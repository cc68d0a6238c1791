package uk.co.tenantwise.cx.adapter.persistence.cancellation;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.co.tenantwise.cx.adapter.persistence.database.Database;
import uk.co.tenantwise.cx.adapter.persistence.database.Database.DuplicateKey;
import uk.co.tenantwise.cx.adapter.persistence.database.Sql;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.cancellation.CancellationId;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget;
import uk.co.tenantwise.cx.domain.cancellation.OpenSummary;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.settings.CxSite;
import uk.co.tenantwise.cx.ports.driven.ForStoringCancellations;
import uk.co.tenantwise.cx.ports.driven.KeyedRequest;
import uk.co.tenantwise.cx.ports.driven.NewAttempt;
import uk.co.tenantwise.cx.ports.driven.RememberedAnswer;
import uk.co.tenantwise.cx.ports.fault.StoreUnavailable;

/**
 * Attempts to cancel in the database. A unique constraint lets one attempt for a target be open; every later change names
 * the state that it starts from, so that of two nodes one succeeds. Thread-safe.
 */
public final class JdbcCancellations implements ForStoringCancellations {
    private static final String OPEN = "open_target IS NOT NULL";

    private final Database database;

    /** The attempts in {@code database}. */
    public JdbcCancellations(Database database) {
        this.database = database;
    }

    @Override
    public NewAttempt.Result add(NewAttempt added) {
        CancellationAttempt attempt = added.attempt();
        try {
            return database.write("record the cancellation", sql -> {
                // Inserted first: that waits for whoever is closing the attempt that was open until now.
                sql.update(AttemptRow.INSERT, AttemptRow.values(attempt, added.checkAt()));
                NewAttempt.Result result = result(sql, added);
                if (!(result instanceof NewAttempt.Stored)) {
                    sql.update(
                            "DELETE FROM cx_cancellation WHERE id = ?",
                            attempt.id().value());
                }
                return result;
            });
        } catch (DuplicateKey e) {
            return collided(added, e);
        }
    }

    private static NewAttempt.Result result(Sql sql, NewAttempt added) throws SQLException {
        CancellationAttempt attempt = added.attempt();
        Optional<RememberedAnswer> first = firstUnderKey(sql, added);
        if (first.isPresent()) {
            return new NewAttempt.KeyTaken(first.get());
        }
        if (attempt.isOpen() && !added.known().containsAll(cancelledBy(sql, attempt.site(), attempt.target()))) {
            return new NewAttempt.Overtaken();
        }
        if (added.request().isPresent()) {
            JdbcAnswers.insert(sql, attempt.contact(), added.request().get(), attempt.id());
        }
        return new NewAttempt.Stored();
    }

    private NewAttempt.Result collided(NewAttempt added, DuplicateKey collision) {
        CancellationAttempt attempt = added.attempt();
        if (find(attempt.id()).isPresent()) {
            throw new IllegalArgumentException("attempt " + attempt.id() + " is stored already", collision);
        }
        Optional<RememberedAnswer> first = database.read("read whose key it is", sql -> firstUnderKey(sql, added));
        if (first.isPresent()) {
            return new NewAttempt.KeyTaken(first.get());
        }
        if (attempt.isOpen()) {
            return new NewAttempt.Overtaken();
        }
        throw new StoreUnavailable("cannot record the cancellation: its key was given up at the same moment");
    }

    private static Optional<RememberedAnswer> firstUnderKey(Sql sql, NewAttempt added) throws SQLException {
        if (added.request().isEmpty()) {
            return Optional.empty();
        }
        KeyedRequest request = added.request().get();
        return JdbcAnswers.find(sql, added.attempt().contact(), request.key(), request.notBefore());
    }

    @Override
    public Set<CancellationId> cancelledBy(CxSite site, CancellationTarget target) {
        return database.read("read who cancelled it", sql -> cancelledBy(sql, site, target));
    }

    private static Set<CancellationId> cancelledBy(Sql sql, CxSite site, CancellationTarget target)
            throws SQLException {
        return Set.copyOf(sql.query(
                "SELECT id FROM cx_cancellation WHERE target = ? AND target_kind = ? AND api_url = ? AND company_id = ?"
                        + " AND outcome IN ('CANCELLED', 'ALREADY_CANCELLED')",
                row -> new CancellationId(row.uuid("id")),
                target.text(),
                AttemptRow.kind(target),
                site.apiUrl().toString(),
                site.company().value()));
    }

    @Override
    public Optional<CancellationAttempt> find(CancellationId id) {
        return database.read(
                "read the cancellation",
                sql -> sql.first("SELECT * FROM cx_cancellation WHERE id = ?", AttemptRow::read, id.value()));
    }

    @Override
    public Optional<CancellationAttempt> findOpen(CxSite site, CancellationTarget target) {
        return database.read(
                "read the open cancellation",
                sql -> sql.first(
                        "SELECT * FROM cx_cancellation WHERE api_url = ? AND company_id = ? AND open_target = ?",
                        AttemptRow::read,
                        site.apiUrl().toString(),
                        site.company().value(),
                        AttemptRow.openTarget(target)));
    }

    @Override
    public List<CancellationAttempt> openOf(ContactReference contact) {
        return database.read(
                "read the open cancellations",
                sql -> sql.query(
                        "SELECT * FROM cx_cancellation WHERE outcome = 'UNKNOWN' AND contact = ? ORDER BY"
                                + " requested_at, id",
                        AttemptRow::read,
                        contact.value()));
    }

    @Override
    public List<Instant> requested(ContactReference contact, Instant after, Instant until) {
        return database.read(
                "read when cancellations were requested",
                sql -> sql.query(
                        "SELECT requested_at FROM cx_cancellation WHERE requested_at > ? AND requested_at <= ?"
                                + " AND contact = ? ORDER BY requested_at",
                        row -> row.instant("requested_at"),
                        after,
                        until,
                        contact.value()));
    }

    @Override
    public boolean close(CancellationId id, CancellationOutcome outcome, Instant at) {
        return closeOne(outcome, Optional.empty(), at, "", id.value());
    }

    @Override
    public boolean closeUnlessSent(CancellationId id, int sends, CancellationOutcome outcome, Instant at) {
        return closeOne(outcome, Optional.empty(), at, " AND sends = ?", id.value(), sends);
    }

    @Override
    public boolean settle(CancellationId id, int sends, CancellationOutcome outcome, String by, Instant at) {
        return closeOne(outcome, Optional.of(by), at, " AND sends = ?", id.value(), sends);
    }

    private boolean closeOne(
            CancellationOutcome outcome, Optional<String> by, Instant at, String condition, Object... which) {
        if (!outcome.isFinal()) {
            throw new IllegalArgumentException("outcome must be final, was " + outcome.code());
        }
        OutcomeColumns columns = OutcomeColumns.of(outcome);
        List<Object> values = new ArrayList<>(List.of(columns.outcome(), columns.refusal(), columns.message(), at, by));
        values.addAll(List.of(which));
        return changesOne(
                "close the cancellation",
                "UPDATE cx_cancellation SET outcome = ?, refusal = ?, cx_message = ?, closed_at = ?, settled_by = ?,"
                        + " check_at = NULL, open_target = NULL WHERE id = ?" + condition + " AND " + OPEN,
                values.toArray());
    }

    @Override
    public boolean noteSend(CancellationId id, int sendsSoFar, Instant at) {
        return changesOne(
                "record the sending of the cancellation",
                "UPDATE cx_cancellation SET sends = sends + 1, last_sent_at = ? WHERE id = ? AND sends = ? AND " + OPEN,
                at,
                id.value(),
                sendsSoFar);
    }

    @Override
    public void checkAgain(CancellationId id, Instant at) {
        changesOne(
                "put off the check of the cancellation",
                "UPDATE cx_cancellation SET check_at = ? WHERE id = ? AND " + OPEN,
                at,
                id.value());
    }

    @Override
    public List<CancellationAttempt> claimDue(Instant now, Instant leaseUntil, int limit) {
        record Due(UUID id, Instant checkAt) {}
        return database.write("take over cancellations", sql -> {
            List<Due> due = sql.query(
                    "SELECT id, check_at FROM cx_cancellation WHERE check_at <= ? ORDER BY requested_at, id LIMIT ?"
                            + " FOR UPDATE SKIP LOCKED",
                    row -> new Due(row.uuid("id"), row.instant("check_at")),
                    now,
                    limit);
            List<CancellationAttempt> claimed = new ArrayList<>();
            for (Due each : due) {
                // The lock suffices on PostgreSQL; the condition makes it safe on any database.
                int changed = sql.update(
                        "UPDATE cx_cancellation SET checks = checks + 1, check_at = ? WHERE id = ? AND check_at = ?",
                        leaseUntil,
                        each.id(),
                        each.checkAt());
                if (changed == 1) {
                    claimed.addAll(
                            sql.query("SELECT * FROM cx_cancellation WHERE id = ?", AttemptRow::read, each.id()));
                }
            }
            return List.copyOf(claimed);
        });
    }

    @Override
    public List<CancellationAttempt> list(Optional<Instant> before, Optional<String> outcome, int limit) {
        List<Object> values = new ArrayList<>();
        StringBuilder conditions = new StringBuilder("WHERE 1 = 1");
        before.ifPresent(instant -> {
            conditions.append(" AND requested_at < ?");
            values.add(instant);
        });
        outcome.ifPresent(code -> {
            conditions.append(" AND outcome = ?");
            values.add(code);
        });
        values.add(limit);
        String statement =
                "SELECT * FROM cx_cancellation " + conditions + " ORDER BY requested_at DESC, id DESC LIMIT ?";
        return database.read("list cancellations", sql -> sql.query(statement, AttemptRow::read, values.toArray()));
    }

    @Override
    public List<CancellationAttempt> listNeedingAttention(
            Instant requestedBefore, Optional<Instant> before, int limit) {
        return OpenCancellations.listNeedingAttention(database, requestedBefore, before, limit);
    }

    @Override
    public OpenSummary openSummary(Instant requestedBefore) {
        return OpenCancellations.summary(database, requestedBefore);
    }

    @Override
    public int forget(Instant closedBefore, int limit) {
        return database.write(
                "forget old cancellations",
                sql -> sql.update(
                        "DELETE FROM cx_cancellation WHERE id IN (SELECT id FROM cx_cancellation WHERE closed_at < ?"
                                + " ORDER BY closed_at, id LIMIT ?)",
                        closedBefore,
                        limit));
    }

    private boolean changesOne(String what, String statement, Object... values) {
        return database.write(what, sql -> sql.update(statement, values) == 1);
    }
}
