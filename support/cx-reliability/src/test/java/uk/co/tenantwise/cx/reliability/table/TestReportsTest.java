package uk.co.tenantwise.cx.reliability.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check of the table must be able to fail: see also {@link TableCheckTest}. */
class TestReportsTest {
    private static final Instant BEGAN = Instant.parse("2026-11-25T12:00:00Z");
    private static final String REPORT = """
        <testsuite>
          <testcase name="read_shouldWork" classname="uk.co.example.StoreTest$Reading"/>
          <testcase name="write_shouldWork(int, String)[2]" classname="uk.co.example.StoreTest"/>
          <testcase name="write_shouldWork(int, String)[1]" classname="uk.co.example.StoreTest"><failure/></testcase>
          <testcase name="close_shouldWork" classname="uk.co.example.StoreTest"><skipped/></testcase>
        </testsuite>
        """;

    @TempDir
    private Path root;

    @Test
    void below_shouldFindTestsByClassOuterClassAndMethod() throws Exception {
        TestReports reports = reportsWrittenAt(BEGAN);

        assertThat(meant(reports, "Reading#read_shouldWork")).containsExactly(true);
        assertThat(meant(reports, "StoreTest#read_shouldWork")).containsExactly(true);
        assertThat(meant(reports, "StoreTest#write_shouldWork")).containsExactly(true, false);
        assertThat(meant(reports, "StoreTest#close_shouldWork")).containsExactly(false);
        assertThat(meant(reports, "StoreTest")).hasSize(4);
        assertThat(meant(reports, "StoreTest#write_should")).isEmpty();
        assertThat(meant(reports, "Store")).isEmpty();
    }

    /** Guards against: the report of a test that was renamed or removed stays in the folder and counts. */
    @Test
    void below_shouldLeaveOutReportsOfEarlierBuilds() throws Exception {
        assertThat(reportsWrittenAt(BEGAN.minusSeconds(1)).cases()).isEmpty();
    }

    private TestReports reportsWrittenAt(Instant time) throws Exception {
        Path folder = Files.createDirectories(root.resolve("module/target/surefire-reports"));
        Path report = Files.writeString(folder.resolve("TEST-uk.co.example.StoreTest.xml"), REPORT);
        Files.setLastModifiedTime(report, FileTime.from(time));
        return TestReports.below(root, BEGAN);
    }

    private static List<Boolean> meant(TestReports reports, String test) {
        return reports.cases().stream()
                .filter(each -> each.isMeantBy(test))
                .map(TestReports.Case::passed)
                .toList();
    }
}
