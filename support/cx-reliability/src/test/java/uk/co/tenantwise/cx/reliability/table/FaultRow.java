package uk.co.tenantwise.cx.reliability.table;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A line of one of the tables. Its last cell names tests, says what is not tested or not built and why, or first the one and
 * then, after a semicolon, the other.
 *
 * @param id such as D4
 * @param cells of promises: promise, threshold, as it is kept, where; of faults: fault, customer, administrator, recorded
 * @param test the last cell
 */
record FaultRow(String id, List<String> cells, String test) {
    private static final int COLUMNS = 6;
    private static final Pattern LINE = Pattern.compile("\\| *([A-Z][0-9]+) *\\|.*");
    private static final Pattern NAME =
            Pattern.compile("`[A-Z][A-Za-z0-9]*(Test|IT|Contract|Scenarios)(#[a-z][A-Za-z0-9_]*)?`");
    /** A reason has a few words at least. */
    private static final Pattern REASON = Pattern.compile("(not tested here|not built): \\S+( \\S+){3,}");

    private static final Pattern REASON_BEGINS = Pattern.compile("not (tested here|built):");

    FaultRow {
        cells = List.copyOf(cells);
    }

    /** Reads a line of the file; empty when it is no line of a table. @throws AssertionError when it is a bad one */
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

    /** Whether a cell is still to be written. */
    boolean isPending() {
        return Stream.concat(cells.stream(), Stream.of(test)).anyMatch(cell -> cell.equalsIgnoreCase("pending"));
    }

    /** Parts of the last cell that are neither the name of a test nor a reason; a cell without any is understood. */
    List<String> misunderstood() {
        return parts().filter(part ->
                        !NAME.matcher(part).matches() && !REASON.matcher(part).matches())
                .toList();
    }

    /** The tests that it names, as Class or Class#method. */
    List<String> tests() {
        return parts().filter(part -> NAME.matcher(part).matches())
                .map(part -> part.replace("`", ""))
                .toList();
    }

    /** Names are set apart by commas; a reason comes last and may hold any of them. */
    private Stream<String> parts() {
        Matcher reason = REASON_BEGINS.matcher(test);
        if (!reason.find()) {
            return names(test);
        }
        int begin = reason.start();
        String names = test.substring(0, begin).strip();
        Stream<String> why = Stream.of(test.substring(begin).strip());
        if (names.isEmpty()) {
            return why;
        }
        return names.endsWith(";")
                ? Stream.concat(names(names.substring(0, names.length() - 1)), why)
                : Stream.of(test);
    }

    private static Stream<String> names(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip);
    }
}
