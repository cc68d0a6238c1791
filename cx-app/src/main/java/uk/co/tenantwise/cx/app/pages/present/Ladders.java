package uk.co.tenantwise.cx.app.pages.present;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.co.tenantwise.cx.app.pages.view.Banner;
import uk.co.tenantwise.cx.app.pages.view.FieldError;
import uk.co.tenantwise.cx.app.pages.view.LadderView;
import uk.co.tenantwise.cx.ports.driving.CompanyListing;
import uk.co.tenantwise.cx.ports.driving.LadderReport;
import uk.co.tenantwise.cx.ports.driving.LadderReport.Result;
import uk.co.tenantwise.cx.ports.driving.LadderReport.Rung;
import uk.co.tenantwise.cx.ports.driving.LadderStep;

/** Shows what the connection test found. */
public final class Ladders {
    private Ladders() {}

    /** The steps; {@code companies} tells how many there are. */
    public static LadderView of(LadderReport report, Companies companies) {
        return new LadderView(
                report.passed(),
                report.passed() ? evidence(report, companies) : "The test " + failed(report),
                report.rungs().stream().map(Ladders::rung).toList());
    }

    /** The good news, when it is good. */
    public static Optional<Banner> banner(LadderReport report, Companies companies) {
        return report.passed()
                ? Optional.of(new Banner(
                        true,
                        "Success",
                        "Test API: the connection to Civica Cx works.",
                        evidence(report, companies) + toDo(report)))
                : Optional.empty();
    }

    /** The bad news, when it is bad. */
    public static List<FieldError> errors(LadderReport report) {
        return report.passed() ? List.of() : List.of(new FieldError("test", "Test API " + failed(report)));
    }

    private static String evidence(LadderReport report, Companies companies) {
        return "Connected. " + found(companies) + time(total(report)) + ".";
    }

    /** What is left to do although the test has passed. */
    private static String toDo(LadderReport report) {
        return report.rungs().stream()
                .filter(rung -> rung.result() == Result.PASS && !rung.remedy().isEmpty())
                .map(rung -> " " + rung.cause() + " " + rung.remedy())
                .collect(Collectors.joining());
    }

    private static String found(Companies companies) {
        if (companies instanceof Companies.Answered(CompanyListing.Listed listed)) {
            int count = listed.companies().size();
            return count == 1 ? "1 company found. " : count + " companies found. ";
        }
        return "";
    }

    private static String failed(LadderReport report) {
        return report.rungs().stream()
                .filter(rung -> rung.result() == Result.FAIL)
                .findFirst()
                .map(rung -> "failed at “" + title(rung.step()) + "”. " + rung.cause())
                .orElse("failed.");
    }

    private static Duration total(LadderReport report) {
        return report.rungs().stream().map(Rung::took).reduce(Duration.ZERO, Duration::plus);
    }

    private static LadderView.Rung rung(Rung rung) {
        return new LadderView.Rung(
                title(rung.step()),
                rung.result().name().toLowerCase(Locale.ROOT),
                switch (rung.result()) {
                    case PASS -> "Pass";
                    case FAIL -> "Fail";
                    case NOT_REACHED -> "Not reached";
                },
                switch (rung.result()) {
                    case PASS -> "green";
                    case FAIL -> "red";
                    case NOT_REACHED -> "grey";
                },
                rung.result() == Result.NOT_REACHED ? "" : time(rung.took()),
                rung.cause(),
                rung.remedy());
    }

    private static String time(Duration took) {
        return took.toMillis() + " ms";
    }

    private static String title(LadderStep step) {
        return switch (step) {
            case SETTINGS_COMPLETE -> "API URL, user name and password are saved";
            case NAME_RESOLVES -> "The host name resolves";
            case TCP -> "The host accepts a connection";
            case TLS -> "The connection is secure";
            case CX_ANSWERS -> "Cx answers";
            case CREDENTIALS -> "Cx accepts the user name and password";
            case API_PERMISSION -> "The Cx user has API permissions";
            case COMPANIES -> "There are companies";
            case SELECTED_COMPANY -> "The selected company is among them";
        };
    }
}
