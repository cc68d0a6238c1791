package uk.co.tenantwise.cx.adapter.persistence.cancellation;

import java.sql.SQLException;
import java.util.Optional;
import uk.co.tenantwise.cx.adapter.persistence.database.Row;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.cancellation.RefusalReason;
import uk.co.tenantwise.cx.ports.fault.StoreUnavailable;

/**
 * An outcome as it stands in three columns.
 *
 * @param outcome its code
 * @param refusal the name of our reason, when our rule refused
 * @param message what Cx said, when Cx refused
 */
record OutcomeColumns(String outcome, Optional<String> refusal, Optional<String> message) {
    static OutcomeColumns of(CancellationOutcome outcome) {
        return switch (outcome) {
            case CancellationOutcome.Refused refused ->
                new OutcomeColumns(outcome.code(), Optional.of(refused.reason().name()), Optional.empty());
            case CancellationOutcome.RefusedByCx refused ->
                new OutcomeColumns(outcome.code(), Optional.empty(), Optional.of(refused.message()));
            case CancellationOutcome.Cancelled plain -> plain(plain);
            case CancellationOutcome.AlreadyCancelled plain -> plain(plain);
            case CancellationOutcome.Unknown plain -> plain(plain);
        };
    }

    private static OutcomeColumns plain(CancellationOutcome outcome) {
        return new OutcomeColumns(outcome.code(), Optional.empty(), Optional.empty());
    }

    /** The outcome of a row; empty when its column is null. */
    static Optional<CancellationOutcome> read(Row row) throws SQLException {
        Optional<String> code = row.optionalText("outcome");
        return code.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new OutcomeColumns(code.get(), row.optionalText("refusal"), row.optionalText("cx_message"))
                                .toOutcome());
    }

    private CancellationOutcome toOutcome() {
        return switch (outcome) {
            case "CANCELLED" -> new CancellationOutcome.Cancelled();
            case "ALREADY_CANCELLED" -> new CancellationOutcome.AlreadyCancelled();
            case "UNKNOWN" -> new CancellationOutcome.Unknown();
            case "REFUSED_BY_CX" -> new CancellationOutcome.RefusedByCx(message.orElse(""));
            case "REFUSED" -> new CancellationOutcome.Refused(RefusalReason.valueOf(refusal.orElse("")));
            default ->
                throw new StoreUnavailable("cannot read an outcome: this version does not know the code " + outcome);
        };
    }
}
