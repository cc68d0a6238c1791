package uk.co.tenantwise.cx.adapter.persistence.cancellation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.co.tenantwise.cx.adapter.persistence.database.Database;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.cancellation.OpenSummary;

/** Queries for attempts that are open, through the index on outcomes: few are open, however many are closed. */
final class OpenCancellations {
    /** As {@link CancellationAttempt#needsAttention} has it. */
    private static final String NEEDS_ATTENTION =
            "(requested_at < ? OR sends >= " + CancellationAttempt.MAX_SENDS + ")";

    private OpenCancellations() {}

    static List<CancellationAttempt> listNeedingAttention(
            Database database, Instant requestedBefore, Optional<Instant> before, int limit) {
        String page = before.isPresent() ? " AND requested_at < ?" : "";
        String statement = "SELECT * FROM cx_cancellation WHERE outcome = 'UNKNOWN' AND " + NEEDS_ATTENTION + page
                + " ORDER BY requested_at DESC, id DESC LIMIT ?";
        Object[] values = before.isPresent()
                ? new Object[] {requestedBefore, before.get(), limit}
                : new Object[] {requestedBefore, limit};
        return database.read(
                "list cancellations that need attention", sql -> sql.query(statement, AttemptRow::read, values));
    }

    static OpenSummary summary(Database database, Instant requestedBefore) {
        return database.read(
                "count open cancellations",
                sql -> sql.first(
                                "SELECT COUNT(*) AS open_count, COUNT(CASE WHEN " + NEEDS_ATTENTION + " THEN 1 END)"
                                        + " AS attention_count, MIN(requested_at) AS oldest"
                                        + " FROM cx_cancellation WHERE outcome = 'UNKNOWN'",
                                row -> new OpenSummary(
                                        row.count("open_count"),
                                        row.count("attention_count"),
                                        row.optionalInstant("oldest")),
                                requestedBefore)
                        .orElseThrow());
    }
}
