package uk.co.tenantwise.cx.reliability.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds docs/reliability.md to what this build has run: every row of the fault matrix is there, and every test that it names
 * has run and passed. It is the last thing in a build of the whole project; a narrower build has not run the tests.
 */
class ReliabilityTableIT {
    /** Rows that are still to be written: to be emptied, and none may be added. */
    private static final Set<String> MAY_BE_PENDING = Set.of(
            "U1", "U2", "U3", "U4", "U5", "U6", "U7", "U8", "U9", "U10", "U11", "U12", "U13", "U14", "U15", "U16",
            "U17", "U18", "U19", "U20", "U21", "U22", "U23", "U24", "U25", "U26", "U27", "U28", "U29", "U30", "U31",
            "U32", "U33", "U34", "U35", "U36", "T2", "T3", "T4", "T5", "C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8",
            "C9", "C10", "C11", "C12", "C13", "N7", "L1", "L2", "L3", "L4", "L7", "L9", "L10");

    private static final Path ROOT =
            Path.of(System.getProperty("cx.root", "../..")).normalize();

    @Test
    void table_shouldHaveEveryRowOnceAndNothingElse() throws Exception {
        assertThat(rows().stream().map(FaultRow::id)).containsExactlyElementsOf(matrix());
    }

    @Test
    void rows_shouldBePendingOnly_whenTheyAreNamedHere() throws Exception {
        assertThat(rows().stream().filter(FaultRow::isPending).map(FaultRow::id))
                .isSubsetOf(MAY_BE_PENDING);
    }

    @Test
    void rows_shouldNameTestsThatHaveRunAndPassedInThisBuild() throws Exception {
        TestReports reports = TestReports.below(ROOT, Instant.parse(System.getProperty("cx.build.started", "")));
        assertThat(reports.cases()).as("reports of this build").isNotEmpty();
        List<String> wrong = new ArrayList<>();
        for (FaultRow row : rows()) {
            row.tests().forEach(test -> fault(test, reports).ifPresent(fault -> wrong.add(row.id() + ": " + fault)));
        }
        assertThat(wrong).as("tests of docs/reliability.md").isEmpty();
    }

    private static Optional<String> fault(String test, TestReports reports) {
        List<TestReports.Case> meant =
                reports.cases().stream().filter(each -> each.isMeantBy(test)).toList();
        if (meant.isEmpty()) {
            return Optional.of(test + " did not run");
        }
        return meant.stream().allMatch(TestReports.Case::passed)
                ? Optional.empty()
                : Optional.of(test + " failed or was skipped");
    }

    private static List<FaultRow> rows() throws Exception {
        return Files.readAllLines(ROOT.resolve("docs/reliability.md")).stream()
                .flatMap(line -> FaultRow.read(line).stream())
                .toList();
    }

    /** The rows of the fault matrix, in its order. */
    private static List<String> matrix() {
        return Stream.of(ids("U", 36), ids("T", 5), ids("D", 11), ids("C", 13), ids("N", 7), ids("L", 10))
                .flatMap(ids -> ids)
                .toList();
    }

    private static Stream<String> ids(String letter, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(number -> letter + number);
    }
}
