package uk.co.tenantwise.cx.reliability.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check must be able to fail: each test breaks a table that is whole. */
class TableCheckTest {
    private static final TestReports REPORTS = new TestReports(List.of(
            new TestReports.Case("uk.co.example.StoreTest$Reading", "read_shouldWork", true),
            new TestReports.Case("uk.co.example.StoreTest", "write_shouldWork", false),
            new TestReports.Case("uk.co.example.LoadIT", "load_shouldBeShed", true)));

    private final List<String> lines = new ArrayList<>(
            TableCheck.matrix().stream().map(id -> row(id, "`LoadIT`")).toList());

    private static String row(String id, String test) {
        return "| " + id + " | away | waits | a line | nothing | " + test + " |";
    }

    private List<String> faults() {
        return TableCheck.of(lines, REPORTS).faults();
    }

    private void change(String id, String test) {
        lines.set(TableCheck.matrix().indexOf(id), row(id, test));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "L10 | `LoadIT#load_shouldBeShed`",
                "L10 | `StoreTest#read_shouldWork`, `LoadIT`",
                "L10 | `LoadIT`; not built: there is no limit, and `Nobody` asks for one",
                "D6  | not tested here: it takes a power cut, which a machine cannot make",
                "U28 | not built: there is nothing of this kind"
            })
    void faults_shouldBeNone_whenEveryRowIsThereAndProved(String id, String test) {
        change(id, test);

        assertThat(faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "L10 | `LoadIT#load_shouldBe`                  | did not run",
                "L10 | `NoSuchTest`                            | did not run",
                "L10 | `LoadIT`, `NoSuchTest#anything`         | did not run",
                "L10 | `StoreTest#write_shouldWork`            | failed or was skipped",
                "L10 | `StoreTest`                             | failed or was skipped",
                "L10 | pending                                 | is pending",
                "L10 | not built: there is no limit of any kind | names no test",
                "L10 | `LoadIT`,                               | neither a test nor a reason",
                "L10 | `LoadIT`, StoreTest                     | neither a test nor a reason",
                "L10 | `NoSuchTest`; not built: there is no limit at all | did not run",
                "D6  | LoadIT                                  | neither a test nor a reason",
                "D6  | `LoadIT` `StoreTest`                    | neither a test nor a reason",
                "D6  | `LoadIT` not built: there is no limit at all | neither a test nor a reason",
                "D6  | somebody tried it                       | neither a test nor a reason",
                "D6  | not built:                              | neither a test nor a reason",
                "D6  | not built: no                           | neither a test nor a reason",
                "D6  | not tested here: yet                    | neither a test nor a reason",
                "D6  | none                                    | neither a test nor a reason"
            })
    void faults_shouldNameTheRow_whenItsTestsDoNotProveIt(String id, String test, String fault) {
        change(id, test);

        assertThat(faults()).singleElement().asString().startsWith(id + ": ").contains(fault);
    }

    @Test
    void faults_shouldSaySo_whenACellIsPending() {
        lines.set(0, "| R1 | away | pending | a line | nothing | `LoadIT` |");

        assertThat(faults()).containsExactly("R1: is pending");
    }

    @Test
    void faults_shouldSaySo_whenARowIsMissingOrThereTwiceOrUnknown() {
        String removed = lines.remove(3);
        assertThat(faults()).singleElement().asString().contains("rows must be");

        lines.add(3, removed);
        lines.add(removed);
        assertThat(faults()).singleElement().asString().contains("rows must be");

        lines.set(lines.size() - 1, row("Z1", "`LoadIT`"));
        assertThat(faults()).singleElement().asString().contains("rows must be");
    }

    @Test
    void faults_shouldBeMany_whenThereIsNoTableAndNoReport() {
        assertThat(TableCheck.of(List.of(), REPORTS).faults()).hasSize(1);
        assertThat(TableCheck.of(lines, new TestReports(List.of())).faults())
                .hasSize(TableCheck.matrix().size());
    }

    @Test
    void of_shouldThrow_whenARowHasTooFewOrEmptyCells() {
        assertThat(FaultRow.read("| row | fault | customer sees |")).isEmpty();
        assertThatThrownBy(() -> TableCheck.of(List.of("| D1 | fault | | | | `LoadIT` |"), REPORTS))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> TableCheck.of(List.of("| D1 | fault | `LoadIT` |"), REPORTS))
                .isInstanceOf(AssertionError.class);
    }
}
