package uk.co.tenantwise.cx.reliability.table;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line of the table.
 *
 * @param id such as D4
 * @param cells fault, customer, administrator, recorded
 * @param test the tests, a reason why there is none, or that they are pending
 */
record FaultRow(String id, List<String> cells, String test) {
    static final String PENDING = "pending";
    static final String NOT_TESTED = "not tested here: ";

    private static final int COLUMNS = 6;
    private static final Pattern LINE = Pattern.compile("\\| *([A-Z][0-9]+) *\\|.*");

    FaultRow {
        cells = List.copyOf(cells);
    }

    /** Reads a line of the file; empty when it is no line of the table. @throws AssertionError when it is a bad one */
    static Optional<FaultRow> read(String line) {
        if (!LINE.matcher(line).matches()) {
            return Optional.empty();
        }
        List<String> columns = Arrays.stream(
                        line.strip().replaceAll("^\\||\\|$", "").split("\\|", -1))
                .map(String::strip)
                .toList();
        if (columns.size() != COLUMNS || columns.stream().anyMatch(String::isEmpty)) {
            throw new AssertionError("a row has six cells, none of them empty: " + line);
        }
        return Optional.of(new FaultRow(columns.getFirst(), columns.subList(1, COLUMNS - 1), columns.getLast()));
    }

    boolean isPending() {
        return test.equals(PENDING);
    }

    boolean isExplained() {
        return test.startsWith(NOT_TESTED) && test.length() > NOT_TESTED.length();
    }

    /** The tests that it names, as Class or Class#method. */
    List<String> tests() {
        return isPending() || isExplained()
                ? List.of()
                : Arrays.stream(test.split(",", -1))
                        .map(String::strip)
                        .map(name -> name.replace("`", ""))
                        .toList();
    }
}
