package uk.co.tenantwise.cx.app.pages.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import uk.co.tenantwise.cx.app.pages.Templates;
import uk.co.tenantwise.cx.app.pages.present.Attempts;
import uk.co.tenantwise.cx.app.pages.present.AttemptsCsv;
import uk.co.tenantwise.cx.app.pages.view.CancellationsView;
import uk.co.tenantwise.cx.app.pages.view.Frame;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.ports.application.CxIntegration;

/** Cancellations: shows administrators what customers tried to cancel, as a page and as a file. */
@Controller(AdminPaths.SETTINGS)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class CancellationsController {
    /** Without it spreadsheets take UTF-8 for an old code page, and garble the notes of customers. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final CxIntegration integration;
    private final AdminDesk desk;
    private final Templates templates;

    CancellationsController(CxIntegration integration, AdminDesk desk, Templates templates) {
        this.integration = integration;
        this.desk = desk;
        this.templates = templates;
    }

    @Get("/cancellations")
    HttpResponse<?> cancellations(HttpRequest<?> request) {
        return desk.show(request, session -> {
            Optional<String> filter = outcome(request);
            Frame frame = desk.frame(session, "Cancellations", AdminPaths.CANCELLATIONS);
            return AdminDesk.page(
                    request,
                    templates.cancellations(
                            News.in(request, frame, "settled", "Recorded.", "The customer can see the answer now."),
                            Attempts.of(
                                    attempts(before(request), filter, Attempts.PAGE + 1),
                                    filter,
                                    integration.reviewing().open().needingAttention(),
                                    integration.reviewing()::needsAttention)));
        });
    }

    @Get("/cancellations.csv")
    @Produces("text/csv")
    HttpResponse<?> csv(HttpRequest<?> request) {
        return desk.show(
                request,
                session -> outcome(request).isEmpty() && isFiltered(request)
                        ? desk.notFound(request)
                        : Html.file(
                                request,
                                "text/csv;charset=utf-8",
                                "cancellations.csv",
                                BYTE_ORDER_MARK
                                        + AttemptsCsv.of(attempts(
                                                before(request), outcome(request), CancellationsView.CSV_ROWS))));
    }

    private List<CancellationAttempt> attempts(Optional<Instant> before, Optional<String> filter, int limit) {
        return filter.filter(Attempts.NEEDS_ATTENTION::equals).isPresent()
                ? integration.reviewing().needingAttention(before, limit)
                : integration.reviewing().attempts(before, filter, limit);
    }

    private static Optional<String> outcome(HttpRequest<?> request) {
        return request.getParameters().getFirst("outcome").flatMap(Attempts::filter);
    }

    /** A file is not looked at like a page: one with more in it than was asked for would go unnoticed. */
    private static boolean isFiltered(HttpRequest<?> request) {
        return request.getParameters()
                .getFirst("outcome")
                .filter(text -> !text.isEmpty())
                .isPresent();
    }

    private static Optional<Instant> before(HttpRequest<?> request) {
        try {
            return request.getParameters().getFirst("before").map(Instant::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
