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
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import uk.co.tenantwise.cx.app.pages.Templates;
import uk.co.tenantwise.cx.app.pages.present.Confirming;
import uk.co.tenantwise.cx.app.pages.view.ConfirmView;
import uk.co.tenantwise.cx.app.pages.view.Field;
import uk.co.tenantwise.cx.app.pages.view.FieldError;
import uk.co.tenantwise.cx.app.pages.view.Frame;
import uk.co.tenantwise.cx.app.pages.words.Message;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget;
import uk.co.tenantwise.cx.domain.cancellation.IdempotencyKey;
import uk.co.tenantwise.cx.ports.application.CxIntegration;
import uk.co.tenantwise.cx.ports.driving.CancelCommand;
import uk.co.tenantwise.cx.ports.driving.CancelResult;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** Asks customers before something is cancelled, and cancels it. */
@Controller(MyPaths.CANCEL)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.ALL)
final class CancelController {
    private final CxIntegration integration;
    private final InstantSource clock;
    private final Sessions sessions;
    private final MyDesk desk;
    private final MyFrames frames;
    private final Templates templates;

    CancelController(
            CxIntegration integration,
            InstantSource clock,
            Sessions sessions,
            MyDesk desk,
            MyFrames frames,
            Templates templates) {
        this.integration = integration;
        this.clock = clock;
        this.sessions = sessions;
        this.desk = desk;
        this.frames = frames;
        this.templates = templates;
    }

    @Get
    HttpResponse<?> confirm(HttpRequest<?> request) {
        Optional<CancellationTarget> target = Targets.of(request);
        return desk.show(
                request,
                session -> target.flatMap(desk.open(session)::at)
                        .<MutableHttpResponse<?>>map(
                                attempt -> Html.redirect(request, MyPaths.OUTCOMES + "/" + attempt))
                        .orElseGet(() -> confirm(
                                request, session, target, sessions.newId(), Field.of("note", ""), HttpStatus.OK)));
    }

    @Post
    HttpResponse<?> cancel(HttpRequest<?> request, @Body Optional<Form> body) {
        return desk.take(request, body, (session, form) -> cancel(request, session, form));
    }

    private MutableHttpResponse<?> cancel(HttpRequest<?> request, PageSession session, Form form) {
        Optional<CancellationTarget> target = Targets.of(form);
        Optional<IdempotencyKey> key = key(form.get("key"));
        if (target.isEmpty() || key.isEmpty()) {
            return desk.notFound(request);
        }
        String note = Notes.of(form);
        Optional<String> wrong =
                Notes.problem(note).map(problem -> frames.words(request).say(problem, Notes.MAX_LENGTH));
        if (wrong.isPresent()) {
            return confirm(
                    request,
                    session,
                    target,
                    key.get().value(),
                    new Field("note", note, wrong),
                    HttpStatus.UNPROCESSABLE_ENTITY);
        }
        CancelCommand command = new CancelCommand(session.customer(), target.get(), note, session.name(), key);
        try {
            return switch (integration.cancelling().cancel(command)) {
                case CancelResult.Recorded recorded -> Html.redirect(request, MyPaths.OUTCOMES + "/" + recorded.id());
                case CancelResult.NothingToCancel nothing -> nothingToCancel(request, session);
                case CancelResult.TooMany tooMany ->
                    frames.plain(
                            request,
                            session,
                            HttpStatus.TOO_MANY_REQUESTS,
                            Message.NOT_SENT_TITLE,
                            Message.NOT_SENT_TOO_MANY,
                            Optional.of(Message.BACK));
                case CancelResult.KeyReused reused ->
                    frames.plain(
                            request,
                            session,
                            HttpStatus.CONFLICT,
                            Message.FORM_EXPIRED_TITLE,
                            Message.FORM_EXPIRED,
                            Optional.of(Message.BACK));
                case CancelResult.NotServing notServing -> desk.disabled(request, session);
            };
        } catch (CxFault fault) {
            return frames.plain(
                    request,
                    session,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    Message.NOT_SENT_TITLE,
                    fault instanceof CxFault.Busy ? Message.NOT_SENT_CROWDED : Message.NOT_SENT,
                    Optional.of(Message.BACK));
        }
    }

    private MutableHttpResponse<?> confirm(
            HttpRequest<?> request,
            PageSession session,
            Optional<CancellationTarget> target,
            String key,
            Field note,
            HttpStatus status) {
        return desk.view(request, session, view -> {
            Confirming confirming = new Confirming(frames.words(request), clock.instant());
            Optional<ConfirmView> question =
                    target.flatMap(wanted -> confirming.of(view.view(), wanted, new IdempotencyKey(key), note));
            if (question.isEmpty()) {
                return target.flatMap(wanted -> confirming.refusal(view.view(), wanted))
                        .<MutableHttpResponse<?>>map(
                                why -> frames.refusal(request, session, Targets.address(target.orElseThrow()), why))
                        .orElseGet(() -> nothingToCancel(request, session));
            }
            Message title =
                    question.get().kind().equals("repair") ? Message.CONFIRM_REPAIR_TITLE : Message.CONFIRM_VISIT_TITLE;
            Frame frame = frames.of(request, title, Targets.address(target.orElseThrow()), session);
            return Html.page(
                    request,
                    status,
                    templates.confirm(
                            note.error()
                                    .map(error -> frame.with(List.of(new FieldError(note.id(), error))))
                                    .orElse(frame),
                            question.get()));
        });
    }

    private MutableHttpResponse<?> nothingToCancel(HttpRequest<?> request, PageSession session) {
        return frames.plain(
                request,
                session,
                HttpStatus.NOT_FOUND,
                Message.NOTHING_TO_CANCEL_TITLE,
                Message.NOTHING_TO_CANCEL,
                Optional.of(Message.BACK));
    }

    private static Optional<IdempotencyKey> key(String text) {
        try {
            return Optional.of(new IdempotencyKey(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
