package uk.co.tenantwise.cx.app.pages.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Optional;
import uk.co.tenantwise.cx.app.pages.Templates;
import uk.co.tenantwise.cx.app.pages.present.Outcomes;
import uk.co.tenantwise.cx.app.pages.view.OutcomeView;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.cancellation.CancellationId;
import uk.co.tenantwise.cx.ports.application.CxIntegration;

/** Tells customers what became of a cancellation. */
@Controller(MyPaths.OUTCOMES + "/{id}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class OutcomeController {
    private final CxIntegration integration;
    private final MyDesk desk;
    private final MyFrames frames;
    private final Templates templates;

    OutcomeController(CxIntegration integration, MyDesk desk, MyFrames frames, Templates templates) {
        this.integration = integration;
        this.desk = desk;
        this.frames = frames;
        this.templates = templates;
    }

    @Get
    HttpResponse<?> outcome(HttpRequest<?> request, @PathVariable String id) {
        return desk.show(
                request,
                session -> find(session, id)
                        .<MutableHttpResponse<?>>map(attempt -> page(request, session, attempt))
                        .orElseGet(() -> desk.notFound(request)));
    }

    /** For the script that waits: the code of the outcome, and nothing else. */
    @Get("/outcome")
    @Produces(MediaType.TEXT_PLAIN)
    HttpResponse<?> code(HttpRequest<?> request, @PathVariable String id) {
        return desk.show(
                request,
                session -> find(session, id)
                        .<MutableHttpResponse<?>>map(attempt -> Html.text(
                                request, HttpStatus.OK, attempt.outcome().code()))
                        .orElseGet(() -> Html.text(request, HttpStatus.NOT_FOUND, "")),
                () -> Html.text(request, HttpStatus.UNAUTHORIZED, ""));
    }

    /** The title says what became of it: it is what a screen reader says first, also when the page reloads by itself. */
    private MutableHttpResponse<?> page(HttpRequest<?> request, PageSession session, CancellationAttempt attempt) {
        OutcomeView view = new Outcomes(frames.words(request), frames.contactLine()).of(attempt);
        return Html.page(
                request,
                HttpStatus.OK,
                templates.outcome(frames.of(request, view.heading(), view.self(), session), view));
    }

    private Optional<CancellationAttempt> find(PageSession session, String id) {
        try {
            return integration.cancelling().find(session.customer(), CancellationId.parse(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
