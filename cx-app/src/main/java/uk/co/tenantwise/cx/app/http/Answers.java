package uk.co.tenantwise.cx.app.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import uk.co.tenantwise.cx.app.json.CancelledJson;
import uk.co.tenantwise.cx.app.json.CompanyJson;
import uk.co.tenantwise.cx.app.json.CustomerJson;
import uk.co.tenantwise.cx.app.json.SettingsJson;
import uk.co.tenantwise.cx.app.json.Times;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.refresh.Source;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.domain.settings.Readiness;
import uk.co.tenantwise.cx.ports.application.CxIntegration;
import uk.co.tenantwise.cx.ports.application.Limits;
import uk.co.tenantwise.cx.ports.driving.CancelResult;
import uk.co.tenantwise.cx.ports.driving.CompanyListing;
import uk.co.tenantwise.cx.ports.driving.CustomerView;
import uk.co.tenantwise.cx.ports.driving.ForExplainingFaults;
import uk.co.tenantwise.cx.ports.driving.SaveResult;
import uk.co.tenantwise.cx.ports.driving.ViewResult;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/**
 * Turns the results and faults of the core into HTTP: the one place that knows their status codes. Every switch is
 * exhaustive, so that a new result does not compile until it has an answer here. Thread-safe.
 */
@Singleton
public final class Answers {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private final CxIntegration integration;
    private final Limits limits;
    private final InstantSource clock;

    Answers(CxIntegration integration, Limits limits, InstantSource clock) {
        this.integration = integration;
        this.limits = limits;
        this.clock = clock;
    }

    /** The settings, with their version as the ETag. */
    public MutableHttpResponse<?> of(IntegrationSettings settings) {
        return HttpResponse.ok(SettingsJson.of(settings)).header("ETag", ETags.of(settings.version()));
    }

    /** What became of a save. */
    public MutableHttpResponse<?> of(SaveResult result) {
        return switch (result) {
            case SaveResult.Saved saved -> of(saved.settings());
            case SaveResult.Invalid invalid ->
                Problems.invalidInput(invalid.problems()).toResponse();
            case SaveResult.Outdated outdated -> outdated(outdated.settings());
        };
    }

    /** Somebody else has saved since the caller looked. */
    public MutableHttpResponse<?> outdated(IntegrationSettings now) {
        return Problem.of(
                        412,
                        "VERSION_OUTDATED",
                        "Version outdated",
                        "The settings have been changed meanwhile. Read them again, then save.")
                .withHeader("ETag", ETags.of(now.version()))
                .toResponse();
    }

    /** The companies, or why there are none to show. */
    public MutableHttpResponse<?> of(CompanyListing listing) {
        return switch (listing) {
            case CompanyListing.Listed listed ->
                HttpResponse.ok(listed.companies().stream().map(CompanyJson::of).toList());
            case CompanyListing.NotConnected missing ->
                Problem.of(
                                409,
                                "INTEGRATION_INCOMPLETE",
                                "Integration incomplete",
                                "Save the API URL, user name and password first.")
                        .toResponse();
        };
    }

    /** What a customer sees. */
    public MutableHttpResponse<?> of(ViewResult result) {
        return switch (result) {
            case ViewResult.Shown shown -> shown(shown.view());
            case ViewResult.UnknownCustomer unknown -> Problems.notFound().toResponse();
            case ViewResult.NotServing serving ->
                notServing(serving.readiness()).toResponse();
        };
    }

    /** What became of a customer's wish to cancel. */
    public MutableHttpResponse<?> of(CancelResult result, ContactReference contact) {
        return switch (result) {
            case CancelResult.Recorded recorded -> recorded(recorded, contact);
            case CancelResult.NothingToCancel nothing -> Problems.notFound().toResponse();
            case CancelResult.TooMany tooMany ->
                Problems.tooManyCancellations(tooMany.pause()).toResponse();
            case CancelResult.KeyReused reused ->
                Problem.of(
                                422,
                                "IDEMPOTENCY_KEY_REUSED",
                                "Idempotency key reused",
                                "This Idempotency-Key was used for another request. Send a new one.")
                        .toResponse();
            case CancelResult.NotServing serving ->
                notServing(serving.readiness()).toResponse();
        };
    }

    /** A fault of Cx, told to somebody who cares for the portal or is a customer: in plain words, without hosts. */
    public Problem toCustomer(CxFault fault) {
        String away = "Your landlord's system cannot be reached at the moment. Please try again in a few minutes.";
        String upset = "Your landlord's system is not answering as it should. Please try again later.";
        String closed = "The connection to your landlord's system needs attention. Please try again later.";
        String crowded = "Very many people are asking at the moment. Please try again in a few seconds.";
        return switch (fault) {
            case CxFault.NotFound unknown -> Problems.notFound();
            case CxFault.Busy full -> unavailable(fault, crowded);
            case CxFault.Unreachable lost -> unavailable(fault, away);
            case CxFault.TimedOut late -> unavailable(fault, away);
            case CxFault.Throttled busy -> unavailable(fault, away);
            case CxFault.Unavailable down -> unavailable(fault, away);
            case CxFault.ContractBroken broken -> unavailable(fault, upset);
            case CxFault.Refused refused -> unavailable(fault, upset);
            case CxFault.TlsFailed tls -> unavailable(fault, closed);
            case CxFault.AddressForbidden forbidden -> unavailable(fault, closed);
            case CxFault.AddressNotWhitelisted blocked -> unavailable(fault, closed);
            case CxFault.CredentialsRejected rejected -> unavailable(fault, closed);
            case CxFault.NoApiPermission denied -> unavailable(fault, closed);
        };
    }

    /** A fault of Cx, told to an administrator: the step that failed, the likely cause, the remedy, our addresses. */
    public Problem toAdministrator(CxFault fault) {
        ForExplainingFaults.Explanation said = integration.explaining().explain(fault);
        return unavailable(fault, said.cause())
                .with("step", said.step().name())
                .with("remedy", said.remedy())
                .with("addresses", limits.addresses());
    }

    private MutableHttpResponse<?> shown(CustomerView view) {
        MutableHttpResponse<?> response = HttpResponse.ok(CustomerJson.of(view));
        if (view.source() != Source.LIVE) {
            long age = Duration.between(view.retrievedAt(), clock.instant()).toSeconds();
            response.header("Age", Long.toString(Math.max(0, age)));
        }
        return response;
    }

    private static MutableHttpResponse<?> recorded(CancelResult.Recorded recorded, ContactReference contact) {
        String id = recorded.id().toString();
        CancelledJson body = new CancelledJson(id, recorded.outcome().code(), recorded.message());
        return switch (recorded.outcome()) {
            case CancellationOutcome.Cancelled done -> HttpResponse.ok(body);
            case CancellationOutcome.AlreadyCancelled done -> HttpResponse.ok(body);
            case CancellationOutcome.Unknown open ->
                HttpResponse.accepted(URI.create(
                                "/api/v1/customers/" + Segments.encode(contact.value()) + "/cancellations/" + id))
                        .body(body);
            case CancellationOutcome.Refused refused ->
                Problem.of(409, refused.reason().name(), "Not cancelled", recorded.message())
                        .with("id", id)
                        .with("outcome", refused.code())
                        .with("cancelBy", Times.uk(recorded.cancelBy()))
                        .toResponse();
            case CancellationOutcome.RefusedByCx refused ->
                Problem.of(409, refused.code(), "Not cancelled", recorded.message())
                        .with("id", id)
                        .with("outcome", refused.code())
                        .toResponse();
        };
    }

    private static Problem notServing(Readiness readiness) {
        String title = "Integration not in service";
        String detail = "Repairs cannot be shown here at the moment. Please contact your landlord.";
        return switch (readiness) {
            case DISABLED -> Problem.of(503, "INTEGRATION_DISABLED", title, detail);
            case INCOMPLETE -> Problem.of(503, "INTEGRATION_INCOMPLETE", title, detail);
            case NO_COMPANY -> Problem.of(503, "COMPANY_NOT_SELECTED", title, detail);
            case READY -> throw new IllegalArgumentException("settings that are ready serve customers");
        };
    }

    private static Problem unavailable(CxFault fault, String detail) {
        return Problem.of(503, fault.code().name(), "Cx is not available", detail)
                .withHeader("Retry-After", Problems.seconds(fault.retryAfter().orElse(RETRY_AFTER)));
    }
}
