package uk.co.tenantwise.cx.reliability.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * Holds docs/reliability.md to what this build has run: every promise and every row of the fault matrix is there, and every
 * test that it names has run and passed. It is the last thing in a build of the whole project; a narrower build has not run
 * the tests.
 */
class ReliabilityTableIT {
    private static final Path ROOT =
            Path.of(System.getProperty("cx.root", "../..")).normalize();

    @Test
    void table_shouldHoldEveryRow_andNameTestsThatHaveRunAndPassedInThisBuild() throws Exception {
        TestReports reports = TestReports.below(ROOT, Instant.parse(System.getProperty("cx.build.started", "")));

        assertThat(reports.cases()).as("reports of this build").isNotEmpty();
        assertThat(TableCheck.of(Files.readAllLines(ROOT.resolve("docs/reliability.md")), reports)
                        .faults())
                .as("docs/reliability.md")
                .isEmpty();
    }
}
