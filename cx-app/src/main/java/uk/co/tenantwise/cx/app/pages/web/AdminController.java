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
import java.util.function.Function;
import uk.co.tenantwise.cx.app.pages.Frames;
import uk.co.tenantwise.cx.app.pages.Templates;
import uk.co.tenantwise.cx.app.pages.present.Drafting;
import uk.co.tenantwise.cx.app.pages.present.Entry;
import uk.co.tenantwise.cx.app.pages.present.Entry.Section;
import uk.co.tenantwise.cx.app.pages.present.Previews;
import uk.co.tenantwise.cx.app.pages.view.Banner;
import uk.co.tenantwise.cx.app.pages.web.PageSession.Audience;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.settings.Checked;
import uk.co.tenantwise.cx.domain.settings.FieldProblem;
import uk.co.tenantwise.cx.domain.settings.RepairsDraft;
import uk.co.tenantwise.cx.domain.settings.RepairsSettings;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;
import uk.co.tenantwise.cx.ports.application.CxIntegration;
import uk.co.tenantwise.cx.ports.driving.Save;
import uk.co.tenantwise.cx.ports.driving.SaveResult;
import uk.co.tenantwise.cx.ports.driving.SettingsPreview;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** Integrations, Civica Cx: shows and saves the settings, for administrators. */
@Controller(AdminPaths.SETTINGS)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.ALL)
final class AdminController {
    private static final String OUTDATED =
            "Nothing was saved: somebody else has saved settings since you opened this page."
                    + " See History for what has changed, then save again if you still want to.";

    private final CxIntegration integration;
    private final SettingsPages pages;
    private final Desk desk;
    private final Templates templates;
    private final Frames frames;

    AdminController(CxIntegration integration, SettingsPages pages, Desk desk, Templates templates, Frames frames) {
        this.integration = integration;
        this.pages = pages;
        this.desk = desk;
        this.templates = templates;
        this.frames = frames;
    }

    @Get
    HttpResponse<?> settings(HttpRequest<?> request) {
        return desk.show(
                request,
                Audience.ADMIN,
                session -> pages.saved(request, session, News.of(request)),
                () -> toLogIn(request));
    }

    @Get("/example")
    @Produces(MediaType.TEXT_PLAIN)
    HttpResponse<?> example(HttpRequest<?> request) {
        Map<String, String> values = new HashMap<>();
        request.getParameters().forEach((name, all) -> values.put(name, all.isEmpty() ? "" : all.getFirst()));
        return desk.show(
                request,
                Audience.ADMIN,
                session -> Html.text(request, HttpStatus.OK, pages.example(values)),
                () -> Html.text(request, HttpStatus.UNAUTHORIZED, "Log in"));
    }

    @Post("/connection")
    HttpResponse<?> connection(HttpRequest<?> request, @Body Optional<Form> body) {
        return save(
                request,
                body,
                Section.CONNECTION,
                (form, save) -> integration.administering().saveConnection(Drafting.connection(form.values()), save));
    }

    @Post("/company")
    HttpResponse<?> company(HttpRequest<?> request, @Body Optional<Form> body) {
        return save(
                request,
                body,
                Section.COMPANY,
                (form, save) -> integration.administering().selectCompany(Optional.of(form.get("companyId")), save));
    }

    @Post("/refresh")
    HttpResponse<?> refresh(HttpRequest<?> request, @Body Optional<Form> body) {
        return save(
                request,
                body,
                Section.REFRESH,
                (form, save) -> integration.administering().saveRefresh(Drafting.refresh(form.values()), save));
    }

    @Post("/repairs/save")
    HttpResponse<?> saveRepairs(HttpRequest<?> request, @Body Optional<Form> body) {
        return save(
                request,
                body,
                Section.REPAIRS,
                (form, save) -> integration.administering().saveRepairs(Drafting.repairs(form.values()), save));
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

    @Post("/test")
    HttpResponse<?> test(HttpRequest<?> request, @Body Optional<Form> body) {
        return take(
                request,
                body,
                (session, form) ->
                        pages.tested(request, session, integration.testing().test()));
    }

    @Post("/apply-now")
    HttpResponse<?> applyNow(HttpRequest<?> request, @Body Optional<Form> body) {
        return take(request, body, (session, form) -> {
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

    private MutableHttpResponse<?> preview(
            HttpRequest<?> request, PageSession session, Form form, RepairsDraft draft, RepairsSettings drafted) {
        return switch (integration.previewing().preview(draft)) {
            case SettingsPreview.Invalid invalid ->
                pages.wrong(request, session, new Entry(Section.REPAIRS, form.values(), invalid.problems()));
            case SettingsPreview.Effects effects ->
                Html.page(
                        request,
                        HttpStatus.OK,
                        templates.preview(
                                frames.admin("Check what would change", AdminPaths.SETTINGS, desk.visible(session)),
                                Previews.of(
                                        integration.administering().current(),
                                        drafted,
                                        effects,
                                        form.values(),
                                        form.get("version"))));
        };
    }

    private interface Saving {
        SaveResult save(Form form, Save save);
    }

    private interface Action {
        MutableHttpResponse<?> on(PageSession session, Form form);
    }

    private HttpResponse<?> save(HttpRequest<?> request, Optional<Form> body, Section section, Saving saving) {
        return take(request, body, (session, form) -> {
            Function<List<FieldProblem>, Entry> entry = problems -> new Entry(section, form.values(), problems);
            try {
                return switch (saving.save(form, new Save(session.name(), Optional.of(version(form))))) {
                    case SaveResult.Saved saved -> Html.redirect(request, AdminPaths.SETTINGS + "?saved=yes");
                    case SaveResult.Invalid invalid -> pages.wrong(request, session, entry.apply(invalid.problems()));
                    case SaveResult.Outdated outdated ->
                        pages.refused(request, session, HttpStatus.CONFLICT, entry.apply(List.of()), OUTDATED);
                };
            } catch (CxFault fault) {
                return pages.refused(
                        request,
                        session,
                        HttpStatus.BAD_GATEWAY,
                        entry.apply(List.of()),
                        "Nothing was saved: the companies could not be read from Cx. Use Test API to see why.");
            }
        });
    }

    private HttpResponse<?> take(HttpRequest<?> request, Optional<Form> body, Action action) {
        Form form = body.orElse(Form.EMPTY);
        return desk.take(request, Audience.ADMIN, form, session -> action.on(session, form), () -> toLogIn(request));
    }

    /** A form without a readable version is based on nothing that was ever saved. */
    static SettingsVersion version(Form form) {
        String text = form.get("version");
        return text.matches("[0-9]{1,18}") ? new SettingsVersion(Long.parseLong(text)) : SettingsVersion.INITIAL;
    }

    private static MutableHttpResponse<?> toLogIn(HttpRequest<?> request) {
        return Html.redirect(request, AdminPaths.LOG_IN + "?why=ended");
    }

    /** What the page before has done, told by a word in the address that stands for a fixed sentence. */
    private static final class News {
        private News() {}

        static Optional<Banner> of(HttpRequest<?> request) {
            Optional<String> applied =
                    request.getParameters().getFirst("applied").filter(count -> count.matches("[0-9]{1,6}"));
            if (applied.isPresent()) {
                return Optional.of(new Banner(
                        true,
                        "Success",
                        "The settings apply now.",
                        applied.get().equals("1")
                                ? "The data kept of 1 customer were forgotten and will be read from Cx again."
                                : "The data kept of " + applied.get()
                                        + " customers were forgotten and will be read from Cx again."));
            }
            return request.getParameters()
                    .getFirst("saved")
                    .filter("yes"::equals)
                    .map(yes -> new Banner(true, "Success", "Changes saved.", ""));
        }
    }
}
