package uk.co.tenantwise.cx.adapter.persistence.cancellation;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import uk.co.tenantwise.cx.adapter.persistence.database.Row;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.cancellation.CancellationId;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget;
import uk.co.tenantwise.cx.domain.cancellation.TargetFacts;
import uk.co.tenantwise.cx.domain.repair.AppointmentId;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.repair.RepairReference;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.domain.settings.CompanyId;
import uk.co.tenantwise.cx.domain.settings.CxSite;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;
import uk.co.tenantwise.cx.ports.fault.StoreUnavailable;

/** One row of {@code cx_cancellation}. */
final class AttemptRow {
    static final String INSERT = "INSERT INTO cx_cancellation (id, api_url, company_id, contact, target_kind, target,"
            + " note, requested_by, requested_at, policy, outcome, refusal, cx_message, sends, last_sent_at, checks,"
            + " closed_at, settled_by, repair_reference, visit_start, check_at, open_target)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String REPAIR = "REPAIR";
    private static final String APPOINTMENT = "APPOINTMENT";

    private AttemptRow() {}

    static Object[] values(CancellationAttempt attempt, Instant checkAt) {
        OutcomeColumns outcome = OutcomeColumns.of(attempt.outcome());
        boolean open = attempt.isOpen();
        return new Object[] {
            attempt.id().value(),
            attempt.site().apiUrl().toString(),
            attempt.site().company().value(),
            attempt.contact().value(),
            kind(attempt.target()),
            attempt.target().text(),
            attempt.note(),
            attempt.requestedBy(),
            attempt.requestedAt(),
            attempt.policy().number(),
            outcome.outcome(),
            outcome.refusal(),
            outcome.message(),
            attempt.sends(),
            attempt.lastSentAt(),
            attempt.checks(),
            attempt.closedAt(),
            attempt.settledBy(),
            attempt.facts().repair().map(RepairReference::value),
            attempt.facts().visit(),
            open ? Optional.of(checkAt) : Optional.empty(),
            open ? Optional.of(openTarget(attempt.target())) : Optional.empty()
        };
    }

    /** What the constraint compares: texts of repairs and appointments may be equal. */
    static String openTarget(CancellationTarget target) {
        return kind(target) + ":" + target.text();
    }

    static CancellationAttempt read(Row row) throws SQLException {
        return new CancellationAttempt(
                new CancellationId(row.uuid("id")),
                new CxSite(ApiUrl.parse(row.text("api_url")), new CompanyId(row.text("company_id"))),
                new ContactReference(row.text("contact")),
                target(row.text("target_kind"), row.text("target")),
                row.text("note"),
                row.text("requested_by"),
                row.instant("requested_at"),
                new SettingsVersion(row.number("policy")),
                OutcomeColumns.read(row).orElseThrow(),
                row.count("sends"),
                row.optionalInstant("last_sent_at"),
                row.count("checks"),
                row.optionalInstant("closed_at"),
                row.optionalText("settled_by"),
                new TargetFacts(
                        row.optionalText("repair_reference").map(RepairReference::new),
                        row.optionalInstant("visit_start")));
    }

    static String kind(CancellationTarget target) {
        return switch (target) {
            case CancellationTarget.RepairTarget repair -> REPAIR;
            case CancellationTarget.AppointmentTarget appointment -> APPOINTMENT;
        };
    }

    private static CancellationTarget target(String kind, String text) {
        return switch (kind) {
            case REPAIR -> new CancellationTarget.RepairTarget(new RepairReference(text));
            case APPOINTMENT -> new CancellationTarget.AppointmentTarget(new AppointmentId(text));
            default ->
                throw new StoreUnavailable(
                        "cannot read an attempt: this version does not know targets of kind " + kind);
        };
    }
}
