package uk.co.tenantwise.cx.app.pages.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
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
import java.util.List;
import java.util.Optional;
import uk.co.tenantwise.cx.app.pages.present.Drafting;
import uk.co.tenantwise.cx.app.pages.present.Entry;
import uk.co.tenantwise.cx.app.pages.present.Entry.Section;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.settings.FieldProblem;
import uk.co.tenantwise.cx.ports.application.CxIntegration;

/** Integrations, Civica Cx: shows the settings, saves and tests the connection, and applies what is saved at once. */
@Controller(AdminPaths.SETTINGS)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.ALL)
final class SettingsController {
    private final CxIntegration integration;
    private final SettingsPages pages;
    private final SettingsSaves saves;
    private final AdminDesk desk;

    SettingsController(CxIntegration integration, SettingsPages pages, SettingsSaves saves, AdminDesk desk) {
        this.integration = integration;
        this.pages = pages;
        this.saves = saves;
        this.desk = desk;
    }

    @Get
    HttpResponse<?> settings(HttpRequest<?> request) {
        return desk.show(request, session -> pages.saved(request, session, News.ofSettings(request)));
    }

    /** Where forms are sent to there is nothing to see: who loads such an address again, as phones do, wants the settings. */
    @Get(
            uris = {
                "/connection",
                "/company",
                "/refresh",
                "/test",
                "/apply-now",
                "/repairs",
                "/repairs/save",
                "/repairs/edit"
            })
    HttpResponse<?> afterForm(HttpRequest<?> request) {
        return desk.show(request, session -> Html.redirect(request, AdminPaths.SETTINGS));
    }

    @Post("/connection")
    HttpResponse<?> connection(HttpRequest<?> request, @Body Optional<Form> body) {
        return saves.take(
                request,
                body,
                Section.CONNECTION,
                (form, save) -> integration.administering().saveConnection(Drafting.connection(form.values()), save));
    }

    @Post("/company")
    HttpResponse<?> company(HttpRequest<?> request, @Body Optional<Form> body) {
        return saves.take(
                request,
                body,
                Section.COMPANY,
                (form, save) -> integration.administering().selectCompany(Optional.of(form.get("companyId")), save));
    }

    @Post("/refresh")
    HttpResponse<?> refresh(HttpRequest<?> request, @Body Optional<Form> body) {
        return saves.take(
                request,
                body,
                Section.REFRESH,
                (form, save) -> integration.administering().saveRefresh(Drafting.refresh(form.values()), save));
    }

    @Post("/test")
    HttpResponse<?> test(HttpRequest<?> request, @Body Optional<Form> body) {
        return desk.take(
                request,
                body,
                (session, form) ->
                        pages.tested(request, session, integration.testing().test()));
    }

    @Post("/apply-now")
    HttpResponse<?> applyNow(HttpRequest<?> request, @Body Optional<Form> body) {
        return desk.take(request, body, (session, form) -> {
            String contact = form.get("contact").strip();
            try {
                int forgotten = integration
                        .refreshing()
                        .forget(contact.isEmpty() ? Optional.empty() : Optional.of(new ContactReference(contact)));
                return Html.redirect(request, AdminPaths.SETTINGS + "?applied=" + forgotten);
            } catch (IllegalArgumentException e) {
                FieldProblem problem =
                        new FieldProblem("contact", "Enter a contact reference of 1 to 200 printable characters");
                return pages.wrong(request, session, new Entry(Section.APPLY, form.values(), List.of(problem)));
            }
        });
    }
}
