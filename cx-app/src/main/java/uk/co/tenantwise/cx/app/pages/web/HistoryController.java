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
import uk.co.tenantwise.cx.app.pages.Templates;
import uk.co.tenantwise.cx.app.pages.present.Histories;
import uk.co.tenantwise.cx.app.pages.view.FieldError;
import uk.co.tenantwise.cx.app.pages.view.Frame;
import uk.co.tenantwise.cx.domain.settings.FieldProblem;
import uk.co.tenantwise.cx.domain.settings.SettingsChange;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;
import uk.co.tenantwise.cx.ports.application.CxIntegration;
import uk.co.tenantwise.cx.ports.driving.Save;
import uk.co.tenantwise.cx.ports.driving.SaveResult;

/** History: shows administrators who changed what and when, and restores former settings after a question. */
@Controller(AdminPaths.HISTORY)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.ALL)
final class HistoryController {
    private static final int MOST_SAVES_UNDONE = 100;

    private final CxIntegration integration;
    private final AdminDesk desk;
    private final Templates templates;

    HistoryController(CxIntegration integration, AdminDesk desk, Templates templates) {
        this.integration = integration;
        this.desk = desk;
        this.templates = templates;
    }

    @Get
    HttpResponse<?> history(HttpRequest<?> request) {
        return desk.show(request, session -> {
            Optional<SettingsVersion> before =
                    request.getParameters().getFirst("before").flatMap(Versions::parse);
            Frame frame = desk.frame(session, "History", AdminPaths.HISTORY);
            return AdminDesk.page(
                    request,
                    templates.history(
                            News.in(request, frame, "restored", "Settings restored.", ""),
                            histories().of(integration.administering().history(before, Histories.PAGE + 1))));
        });
    }

    @Get("/{version}")
    HttpResponse<?> ask(HttpRequest<?> request, @PathVariable String version) {
        return desk.show(request, session -> ask(request, session, version, HttpStatus.OK, List.of()));
    }

    @Post("/{version}")
    HttpResponse<?> restore(HttpRequest<?> request, @PathVariable String version, @Body Optional<Form> body) {
        return desk.take(
                request,
                body,
                (session, form) -> Versions.parse(version)
                        .<MutableHttpResponse<?>>map(wanted -> restore(request, session, version, wanted, form))
                        .orElseGet(() -> desk.notFound(request)));
    }

    private MutableHttpResponse<?> restore(
            HttpRequest<?> request, PageSession session, String version, SettingsVersion wanted, Form form) {
        Save save = new Save(session.name(), Optional.of(Versions.of(form)));
        return switch (integration.administering().restore(wanted, save)) {
            case SaveResult.Saved saved -> Html.redirect(request, AdminPaths.HISTORY + "?restored=yes");
            case SaveResult.Invalid invalid ->
                ask(
                        request,
                        session,
                        version,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        invalid.problems().stream().map(FieldProblem::message).toList());
            case SaveResult.Outdated outdated ->
                ask(
                        request,
                        session,
                        version,
                        HttpStatus.CONFLICT,
                        List.of("Nothing was restored: somebody else has saved settings since you opened this page."));
        };
    }

    private MutableHttpResponse<?> ask(
            HttpRequest<?> request, PageSession session, String version, HttpStatus status, List<String> errors) {
        Optional<SettingsChange> former = Versions.parse(version).flatMap(this::change);
        if (former.isEmpty()) {
            return desk.notFound(request);
        }
        List<SettingsChange> later = integration.administering().history(Optional.empty(), MOST_SAVES_UNDONE).stream()
                .filter(change -> change.version().compareTo(former.get().version()) > 0)
                .toList();
        Frame frame = desk.frame(session, "Restore these settings?", AdminPaths.HISTORY)
                .with(errors.stream()
                        .map(message -> new FieldError("", message))
                        .toList());
        return Html.page(
                request,
                status,
                templates.restore(
                        frame,
                        histories()
                                .restore(
                                        former.get(),
                                        later,
                                        integration
                                                .previewing()
                                                .previewRestore(former.get().version()))));
    }

    private Optional<SettingsChange> change(SettingsVersion version) {
        return integration.administering().history(Optional.of(version.next()), 1).stream()
                .filter(change -> change.version().equals(version))
                .findFirst();
    }

    private Histories histories() {
        return new Histories(integration.administering().current().version());
    }
}
