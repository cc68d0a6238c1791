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
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import uk.co.tenantwise.cx.app.pages.Templates;
import uk.co.tenantwise.cx.app.pages.present.Confirming;
import uk.co.tenantwise.cx.app.pages.present.MyRepairs;
import uk.co.tenantwise.cx.app.pages.present.OpenAttempts;
import uk.co.tenantwise.cx.app.pages.present.Outcomes;
import uk.co.tenantwise.cx.app.pages.view.ConfirmView;
import uk.co.tenantwise.cx.app.pages.view.Field;
import uk.co.tenantwise.cx.app.pages.view.FieldError;
import uk.co.tenantwise.cx.app.pages.view.Frame;
import uk.co.tenantwise.cx.app.pages.web.PageSession.Audience;
import uk.co.tenantwise.cx.app.pages.words.Message;
import uk.co.tenantwise.cx.app.pages.words.Words;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.cancellation.CancellationId;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.AppointmentTarget;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.RepairTarget;
import uk.co.tenantwise.cx.domain.cancellation.IdempotencyKey;
import uk.co.tenantwise.cx.domain.repair.AppointmentId;
import uk.co.tenantwise.cx.domain.repair.RepairReference;
import uk.co.tenantwise.cx.ports.application.CxIntegration;
import uk.co.tenantwise.cx.ports.driving.CancelCommand;
import uk.co.tenantwise.cx.ports.driving.CancelResult;
import uk.co.tenantwise.cx.ports.driving.ViewResult;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** My repairs: what customers see and cancel. */
@Controller(MyController.HOME)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.ALL)
final class MyController {
    static final String HOME = "/my";

    private static final String CANCEL = HOME + "/cancel";

    private final CxIntegration integration;
    private final InstantSource clock;
    private final Sessions sessions;
    private final ShortPatience patience;
    private final Desk desk;
    private final MyFrames frames;
    private final Templates templates;

    MyController(
            CxIntegration integration,
            InstantSource clock,
            Sessions sessions,
            ShortPatience patience,
            Desk desk,
            MyFrames frames,
            Templates templates) {
        this.integration = integration;
        this.clock = clock;
        this.sessions = sessions;
        this.patience = patience;
        this.desk = desk;
        this.frames = frames;
        this.templates = templates;
    }

    @Get
    HttpResponse<?> repairs(HttpRequest<?> request) {
        return show(
                request,
                session -> shown(request, session, view -> {
                    Words words = new Words(Languages.of(request));
                    return Html.page(
                            request,
                            HttpStatus.OK,
                            templates.myRepairs(
                                    frames.of(request, Message.MY_REPAIRS, HOME, session),
                                    new MyRepairs(words, clock.instant(), open(session)).of(view.view())));
                }));
    }

    @Get("/cancel")
    HttpResponse<?> confirm(HttpRequest<?> request) {
        return show(
                request,
                session -> target(request)
                        .flatMap(open(session)::at)
                        .<MutableHttpResponse<?>>map(
                                attempt -> Html.redirect(request, HOME + "/cancellations/" + attempt))
                        .orElseGet(() -> confirm(
                                request,
                                session,
                                target(request),
                                sessions.newId(),
                                Field.of("note", ""),
                                HttpStatus.OK)));
    }

    @Post("/cancel")
    HttpResponse<?> cancel(HttpRequest<?> request, @Body Optional<Form> body) {
        Form form = body.orElse(Form.EMPTY);
        return desk.take(
                request,
                Audience.CUSTOMER,
                form,
                session -> cancel(request, session, form),
                () -> Html.redirect(request, "/my/sign-in"));
    }

    @Get("/cancellations/{id}")
    HttpResponse<?> outcome(HttpRequest<?> request, @PathVariable String id) {
        String here = HOME + "/cancellations/" + id;
        return show(
                request,
                session -> find(session, id)
                        .<MutableHttpResponse<?>>map(attempt -> Html.page(
                                request,
                                HttpStatus.OK,
                                templates.outcome(
                                        frames.of(request, Message.MY_REPAIRS, here, session),
                                        new Outcomes(new Words(Languages.of(request)), contactLine()).of(attempt))))
                        .orElseGet(() -> desk.notFound(request, Audience.CUSTOMER)));
    }

    /** For the script that waits: the code of the outcome, and nothing else. */
    @Get("/cancellations/{id}/outcome")
    @Produces(MediaType.TEXT_PLAIN)
    HttpResponse<?> outcomeCode(HttpRequest<?> request, @PathVariable String id) {
        return desk.show(
                request,
                Audience.CUSTOMER,
                session -> find(session, id)
                        .<MutableHttpResponse<?>>map(attempt -> Html.text(
                                request, HttpStatus.OK, attempt.outcome().code()))
                        .orElseGet(() -> Html.text(request, HttpStatus.NOT_FOUND, "")),
                () -> Html.text(request, HttpStatus.UNAUTHORIZED, ""));
    }

    private MutableHttpResponse<?> cancel(HttpRequest<?> request, PageSession session, Form form) {
        Optional<CancellationTarget> target = target(form.get("kind"), form.get("target"));
        Optional<IdempotencyKey> key = key(form.get("key"));
        if (target.isEmpty() || key.isEmpty()) {
            return desk.notFound(request, Audience.CUSTOMER);
        }
        String note = form.get("note").strip();
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
                case CancelResult.Recorded recorded -> Html.redirect(request, HOME + "/cancellations/" + recorded.id());
                case CancelResult.NothingToCancel nothing -> nothingToCancel(request, session);
                case CancelResult.KeyReused reused ->
                    frames.plain(
                            request,
                            session,
                            HttpStatus.CONFLICT,
                            Message.FORM_EXPIRED_TITLE,
                            Message.FORM_EXPIRED,
                            Optional.of(Message.BACK));
                case CancelResult.NotServing notServing -> disabled(request, session);
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
        return shown(request, session, view -> {
            Confirming confirming = new Confirming(frames.words(request), clock.instant());
            Optional<ConfirmView> question =
                    target.flatMap(wanted -> confirming.of(view.view(), wanted, new IdempotencyKey(key), note));
            if (question.isEmpty()) {
                return nothingToCancel(request, session);
            }
            Message title =
                    question.get().kind().equals("repair") ? Message.CONFIRM_REPAIR_TITLE : Message.CONFIRM_VISIT_TITLE;
            Frame frame = frames.of(request, title, CANCEL + "?" + question(target.orElseThrow()), session);
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

    private MutableHttpResponse<?> shown(
            HttpRequest<?> request, PageSession session, Function<ViewResult.Shown, MutableHttpResponse<?>> page) {
        try {
            return switch (integration.viewing().view(session.customer())) {
                case ViewResult.Shown view -> page.apply(view);
                case ViewResult.UnknownCustomer unknown ->
                    frames.plain(
                            request,
                            session,
                            HttpStatus.NOT_FOUND,
                            Message.UNKNOWN_CUSTOMER_TITLE,
                            Message.UNKNOWN_CUSTOMER,
                            Optional.empty());
                case ViewResult.NotServing notServing -> disabled(request, session);
            };
        } catch (CxFault fault) {
            return frames.plain(
                    request,
                    session,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    Message.UNAVAILABLE_TITLE,
                    fault instanceof CxFault.Busy ? Message.CROWDED : Message.UNAVAILABLE,
                    Optional.of(Message.TRY_AGAIN));
        }
    }

    private MutableHttpResponse<?> disabled(HttpRequest<?> request, PageSession session) {
        return frames.plain(
                request,
                session,
                HttpStatus.SERVICE_UNAVAILABLE,
                Message.DISABLED_TITLE,
                Message.DISABLED,
                Optional.empty());
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

    private HttpResponse<?> show(HttpRequest<?> request, Function<PageSession, MutableHttpResponse<?>> page) {
        return Languages.remember(
                request, desk.show(request, Audience.CUSTOMER, page, () -> Html.redirect(request, "/my/sign-in")));
    }

    private Optional<CancellationAttempt> find(PageSession session, String id) {
        try {
            return integration.cancelling().find(session.customer(), CancellationId.parse(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** While the database is away nobody can tell, and the list is shown all the same. */
    private OpenAttempts open(PageSession session) {
        return patience.ask(() -> integration.cancelling().open(session.customer()))
                .map(OpenAttempts::of)
                .orElse(OpenAttempts.NONE);
    }

    private String contactLine() {
        return integration.administering().current().repairs().cancellation().contactLine();
    }

    private static Optional<CancellationTarget> target(HttpRequest<?> request) {
        return request.getParameters()
                .getFirst("repair")
                .flatMap(reference -> target("repair", reference))
                .or(() -> request.getParameters().getFirst("visit").flatMap(id -> target("visit", id)));
    }

    private static Optional<CancellationTarget> target(String kind, String text) {
        try {
            return switch (kind) {
                case "repair" -> Optional.of(new RepairTarget(new RepairReference(text)));
                case "visit" -> Optional.of(new AppointmentTarget(new AppointmentId(text)));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String question(CancellationTarget target) {
        return switch (target) {
            case RepairTarget repair -> "repair=" + MyFrames.encoded(repair.text());
            case AppointmentTarget visit -> "visit=" + MyFrames.encoded(visit.text());
        };
    }

    private static Optional<IdempotencyKey> key(String text) {
        try {
            return Optional.of(new IdempotencyKey(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
