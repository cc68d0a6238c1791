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
import io.micronaut.security.authentication.Authentication;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import uk.co.tenantwise.cx.app.json.AttemptJson;
import uk.co.tenantwise.cx.app.json.JsonFields;
import uk.co.tenantwise.cx.app.security.Caller;
import uk.co.tenantwise.cx.app.security.Roles;
import uk.co.tenantwise.cx.domain.cancellation.CancellationId;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.AppointmentTarget;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.RepairTarget;
import uk.co.tenantwise.cx.domain.cancellation.IdempotencyKey;
import uk.co.tenantwise.cx.domain.repair.AppointmentId;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.repair.RepairReference;
import uk.co.tenantwise.cx.ports.application.CxIntegration;
import uk.co.tenantwise.cx.ports.driving.CancelCommand;

/**
 * What customers see and cancel (rules R3 to R8). The paths hold references that may contain anything printable, so that
 * they are read from the request itself; see {@link Segments}. A customer who asks for another contact, a contact that
 * nobody knows and a repair that nobody knows all get the same answer.
 */
@Controller("/api/v1/customers/{contact:[^/]+}")
@Secured({Roles.PORTAL, Roles.CUSTOMER})
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Consumes(MediaType.ALL)
final class CustomersController {
    private static final int CONTACT = 3;
    private static final int TARGET = 5;

    private final CxIntegration integration;
    private final Answers answers;

    CustomersController(CxIntegration integration, Answers answers) {
        this.integration = integration;
        this.answers = answers;
    }

    @Post("/sign-in")
    HttpResponse<?> signIn(HttpRequest<?> request, Authentication who, @Body Optional<RawBody> body) {
        ContactReference contact = contact(request, who);
        Bodies.check(Bodies.optional(request, body));
        return answers.of(integration.viewing().signIn(contact));
    }

    @Get("/repairs")
    HttpResponse<?> repairs(HttpRequest<?> request, Authentication who) {
        return answers.of(integration.viewing().view(contact(request, who)));
    }

    @Post("/repairs/{reference:[^/]+}/cancellation")
    HttpResponse<?> cancelRepair(HttpRequest<?> request, Authentication who, @Body Optional<RawBody> body) {
        ContactReference contact = contact(request, who);
        return cancel(
                request,
                who,
                contact,
                new RepairTarget(segment(request, TARGET, RepairReference::new)),
                Bodies.optional(request, body));
    }

    @Post("/appointments/{id:[^/]+}/cancellation")
    HttpResponse<?> cancelAppointment(HttpRequest<?> request, Authentication who, @Body Optional<RawBody> body) {
        ContactReference contact = contact(request, who);
        return cancel(
                request,
                who,
                contact,
                new AppointmentTarget(segment(request, TARGET, AppointmentId::new)),
                Bodies.optional(request, body));
    }

    @Get("/cancellations/{id:[^/]+}")
    HttpResponse<?> cancellation(HttpRequest<?> request, Authentication who) {
        ContactReference contact = contact(request, who);
        CancellationId id = segment(request, TARGET, CancellationId::parse);
        String contactLine =
                integration.administering().current().repairs().cancellation().contactLine();
        return integration
                .cancelling()
                .find(contact, id)
                .<HttpResponse<?>>map(attempt -> HttpResponse.ok(AttemptJson.of(attempt, contactLine)))
                .orElseGet(() -> Problems.notFound().toResponse());
    }

    private HttpResponse<?> cancel(
            HttpRequest<?> request,
            Authentication who,
            ContactReference contact,
            CancellationTarget target,
            JsonFields fields) {
        String note = Notes.read(fields);
        return answers.of(
                integration.cancelling().cancel(new CancelCommand(contact, target, note, who.getName(), key(request))),
                contact);
    }

    private static ContactReference contact(HttpRequest<?> request, Authentication who) {
        ContactReference contact = segment(request, CONTACT, ContactReference::new);
        if (!Caller.of(who).maySee(contact)) {
            throw new ProblemException(Problems.notFound());
        }
        return contact;
    }

    /** What cannot be a reference is not the reference of anything. */
    private static <T> T segment(HttpRequest<?> request, int index, Function<String, T> make) {
        Optional<String> text = Segments.of(request, index);
        try {
            return make.apply(text.orElseThrow(() -> new ProblemException(Problems.notFound())));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problems.notFound());
        }
    }

    private static Optional<IdempotencyKey> key(HttpRequest<?> request) {
        List<String> values = request.getHeaders().getAll("Idempotency-Key");
        try {
            if (values.size() <= 1) {
                return values.stream().findFirst().map(IdempotencyKey::new);
            }
        } catch (IllegalArgumentException e) {
            throw badKey();
        }
        throw badKey();
    }

    private static ProblemException badKey() {
        return new ProblemException(
                Problems.invalidInput("Idempotency-Key", "Send one key of 1 to 200 visible ASCII characters"));
    }
}
