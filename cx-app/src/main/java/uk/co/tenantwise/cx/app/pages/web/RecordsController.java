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
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import uk.co.tenantwise.cx.app.pages.Frames;
import uk.co.tenantwise.cx.app.pages.Templates;
import uk.co.tenantwise.cx.app.pages.diary.CallDiary;
import uk.co.tenantwise.cx.app.pages.present.Attempts;
import uk.co.tenantwise.cx.app.pages.present.AttemptsCsv;
import uk.co.tenantwise.cx.app.pages.present.Histories;
import uk.co.tenantwise.cx.app.pages.present.Statuses;
import uk.co.tenantwise.cx.app.pages.view.Banner;
import uk.co.tenantwise.cx.app.pages.view.FieldError;
import uk.co.tenantwise.cx.app.pages.view.Frame;
import uk.co.tenantwise.cx.app.pages.web.PageSession.Audience;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.settings.FieldProblem;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.domain.settings.SettingsChange;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;
import uk.co.tenantwise.cx.ports.application.CxIntegration;
import uk.co.tenantwise.cx.ports.application.StorePorts;
import uk.co.tenantwise.cx.ports.driving.Save;
import uk.co.tenantwise.cx.ports.driving.SaveResult;

/** Status, History and Cancellations, for administrators. */
@Controller(AdminPaths.SETTINGS)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.ALL)
final class RecordsController {
    private static final int MOST_SAVES_UNDONE = 100;
    private static final int MOST_ROWS_OF_CSV = 10_000;

    private final CxIntegration integration;
    private final StorePorts stores;
    private final CallDiary diary;
    private final ShortPatience patience;
    private final Desk desk;
    private final Templates templates;
    private final Frames frames;

    RecordsController(
            CxIntegration integration,
            StorePorts stores,
            CallDiary diary,
            ShortPatience patience,
            Desk desk,
            Templates templates,
            Frames frames) {
        this.integration = integration;
        this.stores = stores;
        this.diary = diary;
        this.patience = patience;
        this.desk = desk;
        this.templates = templates;
        this.frames = frames;
    }

    @Get("/status")
    HttpResponse<?> status(HttpRequest<?> request) {
        return show(request, session -> {
            IntegrationSettings settings = integration.administering().current();
            int kept = stores.repairs().held(settings.source()).size();
            return page(
                    request,
                    templates.status(
                            frame(session, "Status", AdminPaths.STATUS),
                            Statuses.of(
                                    settings.readiness(),
                                    diary.read(),
                                    kept,
                                    patience.ask(integration.reviewing()::open))));
        });
    }

    @Get("/history")
    HttpResponse<?> history(HttpRequest<?> request) {
        return show(request, session -> {
            Optional<SettingsVersion> before =
                    request.getParameters().getFirst("before").flatMap(RecordsController::version);
            Frame frame = frame(session, "History", AdminPaths.HISTORY);
            boolean restored = request.getParameters()
                    .getFirst("restored")
                    .filter("yes"::equals)
                    .isPresent();
            return page(
                    request,
                    templates.history(
                            restored ? frame.with(new Banner(true, "Success", "Settings restored.", "")) : frame,
                            histories().of(integration.administering().history(before, Histories.PAGE + 1))));
        });
    }

    @Get("/history/{version}")
    HttpResponse<?> restoreForm(HttpRequest<?> request, @PathVariable String version) {
        return show(request, session -> restorePage(request, session, version, HttpStatus.OK, List.of()));
    }

    @Post("/history/{version}")
    HttpResponse<?> restore(HttpRequest<?> request, @PathVariable String version, @Body Optional<Form> body) {
        Form form = body.orElse(Form.EMPTY);
        return desk.take(
                request,
                Audience.ADMIN,
                form,
                session -> version(version)
                        .<MutableHttpResponse<?>>map(wanted -> restore(request, session, version, wanted, form))
                        .orElseGet(() -> desk.notFound(request, Audience.ADMIN)),
                () -> toLogIn(request));
    }

    @Get("/cancellations")
    HttpResponse<?> cancellations(HttpRequest<?> request) {
        return show(request, session -> {
            Optional<String> filter = outcome(request);
            Frame frame = frame(session, "Cancellations", AdminPaths.CANCELLATIONS);
            boolean settled = request.getParameters()
                    .getFirst("settled")
                    .filter("yes"::equals)
                    .isPresent();
            return page(
                    request,
                    templates.cancellations(
                            settled
                                    ? frame.with(new Banner(
                                            true, "Success", "Recorded.", "The customer can see the answer now."))
                                    : frame,
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
        return show(
                request,
                session -> Html.file(
                        request,
                        "text/csv;charset=utf-8",
                        "cancellations.csv",
                        AttemptsCsv.of(attempts(before(request), outcome(request), MOST_ROWS_OF_CSV))));
    }

    private MutableHttpResponse<?> restore(
            HttpRequest<?> request, PageSession session, String version, SettingsVersion wanted, Form form) {
        Save save = new Save(session.name(), Optional.of(AdminController.version(form)));
        return switch (integration.administering().restore(wanted, save)) {
            case SaveResult.Saved saved -> Html.redirect(request, AdminPaths.HISTORY + "?restored=yes");
            case SaveResult.Invalid invalid ->
                restorePage(
                        request,
                        session,
                        version,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        invalid.problems().stream().map(FieldProblem::message).toList());
            case SaveResult.Outdated outdated ->
                restorePage(
                        request,
                        session,
                        version,
                        HttpStatus.CONFLICT,
                        List.of("Nothing was restored: somebody else has saved settings since you opened this page."));
        };
    }

    private MutableHttpResponse<?> restorePage(
            HttpRequest<?> request, PageSession session, String version, HttpStatus status, List<String> errors) {
        Optional<SettingsChange> former = version(version).flatMap(this::change);
        if (former.isEmpty()) {
            return desk.notFound(request, Audience.ADMIN);
        }
        List<SettingsChange> later = integration.administering().history(Optional.empty(), MOST_SAVES_UNDONE).stream()
                .filter(change -> change.version().compareTo(former.get().version()) > 0)
                .toList();
        Frame frame = frame(session, "Restore these settings?", AdminPaths.HISTORY)
                .with(errors.stream()
                        .map(message -> new FieldError("", message))
                        .toList());
        return Html.page(request, status, templates.restore(frame, histories().restore(former.get(), later)));
    }

    private Optional<SettingsChange> change(SettingsVersion version) {
        return integration.administering().history(Optional.of(version.next()), 1).stream()
                .filter(change -> change.version().equals(version))
                .findFirst();
    }

    private List<CancellationAttempt> attempts(Optional<Instant> before, Optional<String> filter, int limit) {
        return filter.filter(Attempts.NEEDS_ATTENTION::equals).isPresent()
                ? integration.reviewing().needingAttention(before, limit)
                : integration.reviewing().attempts(before, filter, limit);
    }

    private Histories histories() {
        return new Histories(integration.administering().current().version());
    }

    private Frame frame(PageSession session, String title, String here) {
        return frames.admin(title, here, desk.visible(session));
    }

    private HttpResponse<?> show(HttpRequest<?> request, Function<PageSession, MutableHttpResponse<?>> page) {
        return desk.show(request, Audience.ADMIN, page, () -> toLogIn(request));
    }

    private static MutableHttpResponse<?> page(HttpRequest<?> request, String html) {
        return Html.page(request, HttpStatus.OK, html);
    }

    private static MutableHttpResponse<?> toLogIn(HttpRequest<?> request) {
        return Html.redirect(request, AdminPaths.LOG_IN + "?why=ended");
    }

    private static Optional<String> outcome(HttpRequest<?> request) {
        return request.getParameters().getFirst("outcome").flatMap(Attempts::filter);
    }

    private static Optional<Instant> before(HttpRequest<?> request) {
        try {
            return request.getParameters().getFirst("before").map(Instant::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<SettingsVersion> version(String text) {
        return text.matches("[1-9][0-9]{0,17}")
                ? Optional.of(new SettingsVersion(Long.parseLong(text)))
                : Optional.empty();
    }
}
