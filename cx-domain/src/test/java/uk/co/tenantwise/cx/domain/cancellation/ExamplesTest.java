package uk.co.tenantwise.cx.domain.cancellation;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.co.tenantwise.cx.domain.sample.RepairSample.aRepair;
import static uk.co.tenantwise.cx.domain.sample.VisitSample.aVisit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision.Allowed;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision.Refused;
import uk.co.tenantwise.cx.domain.cancellation.CancellationSubject.WholeRepair;
import uk.co.tenantwise.cx.domain.repair.Repair;

/** How an engineer uses the policy alone, and that its Javadoc shows the same. */
class ExamplesTest {
    private static final Path SOURCES = Path.of("src");
    private static final String FILE = "java/uk/co/tenantwise/cx/domain/cancellation/%s.java";

    @Test
    void decide_shouldTellTheCustomer_whenThePolicyIsUsedAlone() {
        Repair repair = aRepair().with(aVisit().build());

        assertThat(answer(repair, Instant.parse("2026-12-03T23:59:59Z")))
                .isEqualTo("You can cancel this repair until the end of Thursday 3 December.");
        assertThat(answer(repair, Instant.parse("2026-12-04T00:00:00Z")))
                .isEqualTo("NOTICE_TOO_SHORT: It is too late to cancel this repair online: that was possible until the"
                        + " end of Thursday 3 December. Please ring the repairs desk.");
    }

    private static String answer(Repair repair, Instant now) {
        // @start region="alone"
        BankHolidays holidays = (date, nation) ->
                Set.of(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 28)).contains(date);
        Notice threeWorkingDays = new Notice.WorkingDays(3, UkNation.ENGLAND_AND_WALES);
        CancellationPolicy policy = new CancellationPolicy(
                true, new NoticePolicy(threeWorkingDays, LocalTime.MIDNIGHT), "Please ring the repairs desk.");

        CancellationDecision decision = policy.decide(new WholeRepair(repair), now, holidays);

        String answer = switch (decision) {
            case Allowed allowed -> allowed.message();
            case Refused refused -> refused.reason() + ": " + refused.message();
        };
        // @end
        return answer;
    }

    @Test
    void javadoc_shouldShowThisExample_asItStands() throws IOException {
        List<String> test = Files.readAllLines(SOURCES.resolve("test").resolve(FILE.formatted("ExamplesTest")));
        int start = test.indexOf("        // @start region=\"alone\"");
        int end = test.indexOf("        // @end");
        List<String> main = Files.readAllLines(SOURCES.resolve("main").resolve(FILE.formatted("CancellationPolicy")));
        int snippet = main.indexOf(" * {@snippet :");

        assertThat(code(test.subList(start + 1, end)))
                .isNotEmpty()
                .isEqualTo(code(main.subList(snippet + 1, snippet + end - start)));
        assertThat(main.get(snippet + end - start)).isEqualTo(" * }");
    }

    /** Without margins and blank lines. */
    private static String code(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceFirst("^ \\*", "").strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
