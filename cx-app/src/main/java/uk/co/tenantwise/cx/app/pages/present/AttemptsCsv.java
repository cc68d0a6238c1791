package uk.co.tenantwise.cx.app.pages.present;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.repair.RepairReference;

/**
 * Attempts to cancel as comma-separated values (RFC 4180), for a spreadsheet. A cell that a spreadsheet would take for a
 * formula begins with an apostrophe: references and notes come from outside.
 */
public final class AttemptsCsv {
    private static final String HEAD =
            "requested_at,customer,kind,target,outcome,reason,note,requested_by,closed_at,settled_by,repair,visit_start\r\n";
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private AttemptsCsv() {}

    /** The whole file. */
    public static String of(List<CancellationAttempt> attempts) {
        return attempts.stream().map(AttemptsCsv::line).collect(Collectors.joining("", HEAD, ""));
    }

    private static String line(CancellationAttempt attempt) {
        return Stream.of(
                        attempt.requestedAt().toString(),
                        attempt.contact().value(),
                        Outcomes.kind(attempt.target()).name(),
                        attempt.target().text(),
                        attempt.outcome().code(),
                        Attempts.reason(attempt),
                        attempt.note(),
                        attempt.requestedBy(),
                        attempt.closedAt().map(Instant::toString).orElse(""),
                        attempt.settledBy().orElse(""),
                        attempt.facts().repair().map(RepairReference::value).orElse(""),
                        attempt.facts().visit().map(Instant::toString).orElse(""))
                .map(AttemptsCsv::cell)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
