package uk.co.tenantwise.cx.app.http;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.co.tenantwise.cx.app.json.AddressesJson;
import uk.co.tenantwise.cx.app.json.DroppedJson;
import uk.co.tenantwise.cx.app.json.HistoryJson;
import uk.co.tenantwise.cx.app.json.JsonFields;
import uk.co.tenantwise.cx.app.json.LadderJson;
import uk.co.tenantwise.cx.app.security.Roles;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.settings.FieldProblem;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;
import uk.co.tenantwise.cx.ports.application.CxIntegration;
import uk.co.tenantwise.cx.ports.application.Limits;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** What administrators do besides saving: list companies, test, look back, refresh (rules R1, R2 and R3). */
@Controller("/api/v1/integration")
@Secured(Roles.ADMIN)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Consumes(MediaType.ALL)
final class IntegrationController {
    private static final String HISTORY = "/api/v1/integration/history";
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;

    private final CxIntegration integration;
    private final Limits limits;
    private final Answers answers;

    IntegrationController(CxIntegration integration, Limits limits, Answers answers) {
        this.integration = integration;
        this.limits = limits;
        this.answers = answers;
    }

    @Get("/companies")
    HttpResponse<?> companies() {
        try {
            return answers.of(integration.companies().companies());
        } catch (CxFault fault) {
            return answers.toAdministrator(fault).toResponse();
        }
    }

    @Post("/test")
    HttpResponse<?> test(HttpRequest<?> request, @Body Optional<RawBody> body) {
        Bodies.check(Bodies.optional(request, body));
        return HttpResponse.ok(LadderJson.of(integration.testing().test()));
    }

    @Get("/addresses")
    HttpResponse<?> addresses() {
        return HttpResponse.ok(new AddressesJson(limits.addresses()));
    }

    @Get("/history")
    HttpResponse<?> history(HttpRequest<?> request) {
        List<FieldProblem> problems = new ArrayList<>();
        Optional<Long> limit = number(request, "limit", MAX_LIMIT, problems);
        Optional<Long> before = number(request, "before", Long.MAX_VALUE, problems);
        if (!problems.isEmpty()) {
            return Problems.invalidInput(problems).toResponse();
        }
        int count = limit.map(Long::intValue).orElse(DEFAULT_LIMIT);
        return HttpResponse.ok(HistoryJson.page(
                integration.administering().history(before.map(SettingsVersion::new), count + 1), count, HISTORY));
    }

    @Post("/refresh-now")
    HttpResponse<?> refreshNow(HttpRequest<?> request, @Body Optional<RawBody> body) {
        JsonFields fields = Bodies.optional(request, body);
        Optional<String> customer = fields.text("customer");
        Bodies.check(fields);
        Optional<ContactReference> contact = customer.map(IntegrationController::contact);
        return HttpResponse.ok(new DroppedJson(integration.refreshing().forget(contact)));
    }

    private static ContactReference contact(String customer) {
        try {
            return new ContactReference(customer);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problems.invalidInput("customer", "Give a contact reference of 1 to 200 printable characters"));
        }
    }

    private static Optional<Long> number(HttpRequest<?> request, String name, long max, List<FieldProblem> problems) {
        List<String> values = request.getParameters().getAll(name);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (values.size() == 1 && values.getFirst().matches("[0-9]{1,18}")) {
            long number = Long.parseLong(values.getFirst());
            if (number >= 1 && number <= max) {
                return Optional.of(number);
            }
        }
        problems.add(new FieldProblem(
                name, "Give a whole number from 1" + (max == Long.MAX_VALUE ? " on" : " to " + max) + ", once"));
        return Optional.empty();
    }
}
