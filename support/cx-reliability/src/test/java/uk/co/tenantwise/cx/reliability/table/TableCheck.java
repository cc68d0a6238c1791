package uk.co.tenantwise.cx.reliability.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Compares docs/reliability.md with the fault matrix and with what has run.
 *
 * @param rows those of the file, in its order
 * @param reports of the tests of a build
 */
record TableCheck(List<FaultRow> rows, TestReports reports) {
    /** Rows whose fault no test makes; a row that loses its tests fails the build. */
    private static final Set<String> WITHOUT_TEST = Set.of("U28", "D6");

    TableCheck {
        rows = List.copyOf(rows);
    }

    static TableCheck of(List<String> lines, TestReports reports) {
        return new TableCheck(
                lines.stream().flatMap(line -> FaultRow.read(line).stream()).toList(), reports);
    }

    /** The promises and the rows of the fault matrix, in its order. */
    static List<String> matrix() {
        return Stream.of(ids("R", 15), ids("U", 36), ids("T", 5), ids("D", 11), ids("C", 13), ids("N", 7), ids("L", 10))
                .flatMap(ids -> ids)
                .toList();
    }

    /** What is wrong, a line for each; empty when every row of the matrix is there, complete, and proved by tests that passed. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        List<String> ids = rows.stream().map(FaultRow::id).toList();
        if (!ids.equals(matrix())) {
            faults.add("rows must be " + matrix() + ", were " + ids);
        }
        for (FaultRow row : rows) {
            if (row.isPending()) {
                faults.add(row.id() + ": is pending");
                continue;
            }
            if (row.tests().isEmpty() && !WITHOUT_TEST.contains(row.id())) {
                faults.add(row.id() + ": names no test");
            }
            row.misunderstood()
                    .forEach(part -> faults.add(row.id() + ": neither a test nor a reason: \"" + part + "\""));
            row.tests().forEach(test -> fault(test).ifPresent(fault -> faults.add(row.id() + ": " + fault)));
        }
        return faults;
    }

    private Optional<String> fault(String test) {
        List<TestReports.Case> meant =
                reports.cases().stream().filter(each -> each.isMeantBy(test)).toList();
        if (meant.isEmpty()) {
            return Optional.of(test + " did not run");
        }
        return meant.stream().allMatch(TestReports.Case::passed)
                ? Optional.empty()
                : Optional.of(test + " failed or was skipped");
    }

    private static Stream<String> ids(String letter, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(number -> letter + number);
    }
}
