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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import uk.co.tenantwise.cx.app.pages.Templates;
import uk.co.tenantwise.cx.app.pages.present.Drafting;
import uk.co.tenantwise.cx.app.pages.present.Entry;
import uk.co.tenantwise.cx.app.pages.present.Entry.Section;
import uk.co.tenantwise.cx.app.pages.present.Previews;
import uk.co.tenantwise.cx.domain.settings.Checked;
import uk.co.tenantwise.cx.domain.settings.RepairsDraft;
import uk.co.tenantwise.cx.domain.settings.RepairsSettings;
import uk.co.tenantwise.cx.ports.application.CxIntegration;
import uk.co.tenantwise.cx.ports.driving.SettingsPreview;

/** Repairs settings: shows what they mean and what they would change, and saves them after that. */
@Controller(AdminPaths.SETTINGS)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.ALL)
final class RepairsSettingsController {
    private final CxIntegration integration;
    private final SettingsPages pages;
    private final SettingsSaves saves;
    private final AdminDesk desk;
    private final Templates templates;

    RepairsSettingsController(
            CxIntegration integration, SettingsPages pages, SettingsSaves saves, AdminDesk desk, Templates templates) {
        this.integration = integration;
        this.pages = pages;
        this.saves = saves;
        this.desk = desk;
        this.templates = templates;
    }

    /** For the script that keeps the example current: one sentence. */
    @Get("/example")
    @Produces(MediaType.TEXT_PLAIN)
    HttpResponse<?> example(HttpRequest<?> request) {
        Map<String, String> values = new HashMap<>();
        request.getParameters().forEach((name, all) -> values.put(name, all.isEmpty() ? "" : all.getFirst()));
        return desk.show(
                request,
                session -> Html.text(request, HttpStatus.OK, pages.example(values)),
                () -> Html.text(request, HttpStatus.UNAUTHORIZED, "Log in"));
    }

    @Post("/repairs")
    HttpResponse<?> preview(HttpRequest<?> request, @Body Optional<Form> body) {
        return take(request, body, (session, form) -> {
            RepairsDraft draft = Drafting.repairs(form.values());
            return switch (draft.check()) {
                case Checked.Invalid<RepairsSettings> invalid ->
                    pages.wrong(request, session, new Entry(Section.REPAIRS, form.values(), invalid.problems()));
                case Checked.Valid<RepairsSettings> valid -> preview(request, session, form, draft, valid.value());
            };
        });
    }

    @Post("/repairs/edit")
    HttpResponse<?> edit(HttpRequest<?> request, @Body Optional<Form> body) {
        return take(
                request,
                body,
                (session, form) -> pages.again(request, session, new Entry(Section.REPAIRS, form.values(), List.of())));
    }

    @Post("/repairs/save")
    HttpResponse<?> save(HttpRequest<?> request, @Body Optional<Form> body) {
        return saves.take(
                request,
                body,
                Section.REPAIRS,
                (form, save) -> integration.administering().saveRepairs(Drafting.repairs(form.values()), save));
    }

    /** A form that is not based on what is saved is told so here: the next page would pass it off as based on that. */
    private HttpResponse<?> take(
            HttpRequest<?> request, Optional<Form> body, BiFunction<PageSession, Form, MutableHttpResponse<?>> action) {
        return desk.take(request, body, (session, form) -> {
            boolean current = Versions.of(form)
                    .equals(integration.administering().current().version());
            return current
                    ? action.apply(session, form)
                    : pages.refused(
                            request,
                            session,
                            HttpStatus.CONFLICT,
                            new Entry(Section.REPAIRS, form.values(), List.of()),
                            SettingsSaves.OUTDATED);
        });
    }

    private MutableHttpResponse<?> preview(
            HttpRequest<?> request, PageSession session, Form form, RepairsDraft draft, RepairsSettings drafted) {
        return switch (integration.previewing().preview(draft)) {
            case SettingsPreview.Invalid invalid ->
                pages.wrong(request, session, new Entry(Section.REPAIRS, form.values(), invalid.problems()));
            case SettingsPreview.Effects effects ->
                AdminDesk.page(
                        request,
                        templates.preview(
                                desk.frame(session, "Check what would change", AdminPaths.SETTINGS),
                                Previews.of(
                                        integration.administering().current(),
                                        drafted,
                                        effects,
                                        form.values(),
                                        form.get("version"))));
        };
    }
}
