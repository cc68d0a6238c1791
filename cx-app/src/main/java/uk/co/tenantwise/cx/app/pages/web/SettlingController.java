package uk.co.tenantwise.cx.app.pages.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import uk.co.tenantwise.cx.app.pages.Templates;
import uk.co.tenantwise.cx.app.pages.present.Settling;
import uk.co.tenantwise.cx.app.pages.view.FieldError;
import uk.co.tenantwise.cx.app.pages.view.Frame;
import uk.co.tenantwise.cx.app.pages.view.Navigation;
import uk.co.tenantwise.cx.app.pages.view.PlainView;
import uk.co.tenantwise.cx.app.pages.words.Dates;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.cancellation.CancellationId;
import uk.co.tenantwise.cx.ports.application.CxIntegration;
import uk.co.tenantwise.cx.ports.driving.SettleCommand;
import uk.co.tenantwise.cx.ports.driving.SettleCommand.Finding;
import uk.co.tenantwise.cx.ports.driving.SettleResult;

/** Where administrators record what became of a cancellation that could not be resolved: a question, then a confirmation. */
@Controller(AdminPaths.CANCELLATIONS + "/{id}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.ALL)
final class SettlingController {
    private static final String TITLE = "Record what you found";

    private final CxIntegration integration;
    private final AdminDesk desk;
    private final Templates templates;

    SettlingController(CxIntegration integration, AdminDesk desk, Templates templates) {
        this.integration = integration;
        this.desk = desk;
        this.templates = templates;
    }

    @Get
    HttpResponse<?> form(HttpRequest<?> request, @PathVariable String id) {
        return desk.show(
                request, session -> about(request, id, attempt -> ask(request, session, attempt, HttpStatus.OK, "")));
    }

    @Post("/check")
    HttpResponse<?> check(HttpRequest<?> request, @PathVariable String id, @Body Optional<Form> body) {
        return take(
                request,
                id,
                body,
                this::confirm,
                (session, attempt) ->
                        ask(request, session, attempt, HttpStatus.UNPROCESSABLE_ENTITY, "Select what Cx shows"));
    }

    @Post("/settle")
    HttpResponse<?> settle(HttpRequest<?> request, @PathVariable String id, @Body Optional<Form> body) {
        return take(request, id, body, this::settle, (session, attempt) -> desk.notFound(request));
    }

    /** What is done with what was found. */
    private interface Step {
        MutableHttpResponse<?> on(
                HttpRequest<?> request, PageSession session, CancellationAttempt attempt, Finding finding, Form form);
    }

    /** Both steps send what was found; {@code unsaid} answers a form that does not. */
    private MutableHttpResponse<?> take(
            HttpRequest<?> request,
            String id,
            Optional<Form> body,
            Step step,
            BiFunction<PageSession, CancellationAttempt, MutableHttpResponse<?>> unsaid) {
        return desk.take(
                request,
                body,
                (session, form) -> about(
                        request,
                        id,
                        attempt -> finding(form)
                                .<MutableHttpResponse<?>>map(
                                        finding -> step.on(request, session, attempt, finding, form))
                                .orElseGet(() -> unsaid.apply(session, attempt))));
    }

    private MutableHttpResponse<?> settle(
            HttpRequest<?> request, PageSession session, CancellationAttempt attempt, Finding finding, Form form) {
        SettleCommand command = new SettleCommand(attempt.id(), sends(form), finding, session.name());
        return switch (integration.settling().settle(command)) {
            case SettleResult.Settled settled -> Html.redirect(request, AdminPaths.CANCELLATIONS + "?settled=yes");
            case SettleResult.ClosedAlready closed ->
                nothingToDo(request, session, closed.attempt(), HttpStatus.CONFLICT);
            case SettleResult.NoNeed early -> nothingToDo(request, session, attempt, HttpStatus.CONFLICT);
            case SettleResult.SentAgain again ->
                ask(
                        request,
                        session,
                        attempt,
                        HttpStatus.CONFLICT,
                        "It was sent to Cx again since you opened this page. Look it up in Cx once more");
            case SettleResult.SentJustNow sent ->
                ask(
                        request,
                        session,
                        attempt,
                        HttpStatus.CONFLICT,
                        "It was sent to Cx a moment ago and may still take effect. Look it up in Cx once more after "
                                + Dates.ENGLISH.stamp(sent.until().plusSeconds(59)));
            case SettleResult.NoSuchAttempt none -> desk.notFound(request);
        };
    }

    private MutableHttpResponse<?> ask(
            HttpRequest<?> request, PageSession session, CancellationAttempt attempt, HttpStatus status, String error) {
        if (!integration.reviewing().needsAttention(attempt)) {
            return nothingToDo(request, session, attempt, HttpStatus.OK);
        }
        Frame frame = frame(session, TITLE);
        return Html.page(
                request,
                status,
                error.isEmpty()
                        ? templates.settle(frame, Settling.ask(attempt, Optional.empty()))
                        : templates.settle(
                                frame.with(List.of(new FieldError("finding", error))),
                                Settling.ask(attempt, Optional.of(error))));
    }

    private MutableHttpResponse<?> confirm(
            HttpRequest<?> request, PageSession session, CancellationAttempt attempt, Finding finding, Form form) {
        return integration.reviewing().needsAttention(attempt)
                ? Html.page(
                        request,
                        HttpStatus.OK,
                        templates.settle(frame(session, TITLE), Settling.confirm(attempt, finding, sends(form))))
                : nothingToDo(request, session, attempt, HttpStatus.OK);
    }

    private MutableHttpResponse<?> nothingToDo(
            HttpRequest<?> request, PageSession session, CancellationAttempt attempt, HttpStatus status) {
        String heading = "There is nothing to record";
        PlainView view = new PlainView(
                heading,
                Settling.settledAlready(attempt),
                "",
                Optional.of(new Navigation("Back to cancellations", AdminPaths.CANCELLATIONS, false)));
        return Html.page(request, status, templates.plain(frame(session, heading), view));
    }

    private MutableHttpResponse<?> about(
            HttpRequest<?> request, String id, Function<CancellationAttempt, MutableHttpResponse<?>> page) {
        return id(id).flatMap(integration.reviewing()::find)
                .<MutableHttpResponse<?>>map(page)
                .orElseGet(() -> desk.notFound(request));
    }

    private Frame frame(PageSession session, String title) {
        return desk.frame(session, title, AdminPaths.CANCELLATIONS);
    }

    private static Optional<Finding> finding(Form form) {
        return List.of(Finding.values()).stream()
                .filter(finding -> finding.name().equals(form.get("finding")))
                .findFirst();
    }

    /** How often it had been sent when the page was shown; what is no number fits no attempt. */
    private static int sends(Form form) {
        return form.get("sends").matches("[0-9]{1,4}") ? Integer.parseInt(form.get("sends")) : -1;
    }

    private static Optional<CancellationId> id(String text) {
        try {
            return Optional.of(CancellationId.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
