package uk.co.tenantwise.cx.app.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.co.tenantwise.cx.app.json.Drafts;
import uk.co.tenantwise.cx.app.json.JsonFields;
import uk.co.tenantwise.cx.app.security.Roles;
import uk.co.tenantwise.cx.domain.settings.ConnectionDraft;
import uk.co.tenantwise.cx.domain.settings.FieldProblem;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.domain.settings.RefreshDraft;
import uk.co.tenantwise.cx.domain.settings.RepairsDraft;
import uk.co.tenantwise.cx.ports.application.CxIntegration;
import uk.co.tenantwise.cx.ports.application.CxPorts;
import uk.co.tenantwise.cx.ports.driven.ForCheckingAddresses;
import uk.co.tenantwise.cx.ports.driving.ForAdministeringSettings;
import uk.co.tenantwise.cx.ports.driving.Save;
import uk.co.tenantwise.cx.ports.driving.SaveResult;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** Shows and saves the settings, for administrators (rules R1 and R2). */
@Controller("/api/v1/integration")
@Secured(Roles.ADMIN)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Consumes(MediaType.ALL)
final class SettingsController {
    private final ForAdministeringSettings settings;
    private final ForCheckingAddresses addresses;
    private final Answers answers;

    SettingsController(CxIntegration integration, CxPorts cx, Answers answers) {
        this.settings = integration.administering();
        this.addresses = cx.addresses();
        this.answers = answers;
    }

    @Get
    HttpResponse<?> current() {
        return answers.of(settings.current());
    }

    @Put("/connection")
    HttpResponse<?> connection(HttpRequest<?> request, Authentication who, @Body Optional<RawBody> body) {
        return save(request, who, body, fields -> {
            ConnectionDraft draft = Drafts.connection(fields);
            return new Section(
                    now -> draft.check(now.connection(), addresses::objectionTo).findings(),
                    save -> settings.saveConnection(draft, save));
        });
    }

    @Put("/company")
    HttpResponse<?> company(HttpRequest<?> request, Authentication who, @Body Optional<RawBody> body) {
        try {
            return save(request, who, body, fields -> {
                Optional<String> companyId = fields.text("companyId");
                return new Section(
                        now -> companyId.isPresent()
                                ? List.of()
                                : List.of(new FieldProblem("companyId", "Choose a company")),
                        save -> settings.selectCompany(companyId, save));
            });
        } catch (CxFault fault) {
            return answers.toAdministrator(fault).toResponse();
        }
    }

    @Put("/repairs")
    HttpResponse<?> repairs(HttpRequest<?> request, Authentication who, @Body Optional<RawBody> body) {
        return save(request, who, body, fields -> {
            RepairsDraft draft = Drafts.repairs(fields);
            return new Section(now -> draft.check().findings(), save -> settings.saveRepairs(draft, save));
        });
    }

    @Put("/refresh")
    HttpResponse<?> refresh(HttpRequest<?> request, Authentication who, @Body Optional<RawBody> body) {
        return save(request, who, body, fields -> {
            RefreshDraft draft = Drafts.refresh(fields);
            return new Section(now -> draft.check().findings(), save -> settings.saveRefresh(draft, save));
        });
    }

    /**
     * What a section's draft can do.
     *
     * @param findings what the domain finds wrong with it
     * @param save saves it
     */
    private record Section(
            Function<IntegrationSettings, List<FieldProblem>> findings, Function<Save, SaveResult> save) {}

    private HttpResponse<?> save(
            HttpRequest<?> request, Authentication who, Optional<RawBody> body, Function<JsonFields, Section> section) {
        IntegrationSettings now = settings.current();
        Optional<Boolean> matches = ETags.matches(request.getHeaders().getAll("If-Match"), now.version());
        if (matches.filter(match -> !match).isPresent()) {
            return answers.outdated(now);
        }
        JsonFields fields = Bodies.required(request, body);
        Section draft = section.apply(fields);
        List<FieldProblem> unreadable = fields.problems();
        if (!unreadable.isEmpty()) {
            return Problems.invalidInput(
                            firstOfEach(unreadable, draft.findings().apply(now)))
                    .toResponse();
        }
        return answers.of(draft.save().apply(new Save(who.getName(), matches.map(match -> now.version()))));
    }

    /** What cannot be read counts as absent, so that the domain complains of it too: the first complaint is enough. */
    private static List<FieldProblem> firstOfEach(List<FieldProblem> unreadable, List<FieldProblem> found) {
        return Stream.concat(
                        unreadable.stream(),
                        found.stream()
                                .filter(each -> unreadable.stream()
                                        .noneMatch(other -> other.field().equals(each.field()))))
                .toList();
    }
}
