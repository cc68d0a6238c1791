package uk.co.tenantwise.cx.adapter.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import uk.co.tenantwise.cx.domain.repair.AppointmentId;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.repair.RepairReference;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.domain.settings.CompanyId;
import uk.co.tenantwise.cx.domain.settings.CxAccess;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.domain.settings.Secret;
import uk.co.tenantwise.cx.domain.time.UkTime;
import uk.co.tenantwise.cx.ports.driven.RepairCancellation;
import uk.co.tenantwise.cx.ports.fault.CxFault;
import uk.co.tenantwise.cx.testkit.Builders;
import uk.co.tenantwise.cx.testkit.ManualClock;
import uk.co.tenantwise.cx.testkit.cx.InMemoryCx;

/**
 * Serves an {@link InMemoryCx} over HTTP as the Cx contract says, with a client that leads there: so the contracts of the
 * ports can be run by the client as by the fake itself.
 */
final class ServedCx extends Dispatcher implements AfterEachCallback {
    private final InMemoryCx cx;
    private final MockWebServer server = new MockWebServer();
    private final ManualClock clock = ManualClock.atNow();
    private final CxRestClient client = CxRestClient.open(CxClientOptions.DEFAULT.withPrivateAddresses(true), clock);

    ServedCx(InMemoryCx cx) {
        this.cx = cx;
        try {
            server.setDispatcher(this);
            server.start(InetAddress.getLoopbackAddress(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CxRestClient client() {
        return client;
    }

    CxConnection connection() {
        return connection(Builders.CONNECTION.username(), Builders.CONNECTION.password());
    }

    private CxConnection connection(String username, Secret password) {
        return new CxConnection(ApiUrl.parse("http://127.0.0.1:" + server.getPort()), username, password);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        client.close();
        server.close();
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                clock.instant().minus(cx.nodeAhead()).atZone(ZoneOffset.UTC));
        return answered(request).newBuilder().setHeader("Date", date).build();
    }

    private MockResponse answered(RecordedRequest request) {
        try {
            return answer(request);
        } catch (CxFault fault) {
            return answerOf(fault);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MockResponse answer(RecordedRequest request) throws JsonProcessingException {
        String[] target = request.getTarget().split("\\?", 2);
        List<String> path = Arrays.stream(target[0].substring(1).split("/", -1))
                .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
        JsonNode body = CxAsJson.MAPPER.readTree(
                request.getBody() == null ? "{}" : request.getBody().utf8());
        if (path.equals(List.of("api", "token"))) {
            return logIn(body);
        }
        CxConnection connection = connectionOf(request);
        if (path.equals(List.of("api", "companies"))) {
            return Answers.ok(
                    CxAsJson.list(cx.companies(connection), CxAsJson::company).toString());
        }
        CxAccess access = new CxAccess(connection, new CompanyId(path.get(2)));
        String kind = path.get(3);
        boolean last = path.size() == 5;
        if (kind.equals("contacts")) {
            return ofContact(
                    access,
                    new ContactReference(path.get(4)),
                    last ? "" : path.get(5),
                    target.length > 1 ? target[1] : "");
        }
        if (kind.equals("work-orders") && last) {
            return cx.repair(access, new RepairReference(path.get(4)))
                    .map(repair -> Answers.ok(CxAsJson.repair(repair).toString()))
                    .orElse(Answers.empty(404));
        }
        return kind.equals("work-orders")
                ? cancel(access, new RepairReference(path.get(4)), body)
                : Answers.ok(CxAsJson.reply(cx.cancelAppointment(
                                access,
                                new AppointmentId(path.get(4)),
                                body.path("CancelNote").asText("")))
                        .toString());
    }

    /** The token says whose it is; the password is not in question after the log-in. */
    private MockResponse logIn(JsonNode body) {
        String username = body.path("UserName").asText();
        CxConnection connection =
                connection(username, Secret.of(body.path("Password").asText()));
        cx.logIn(connection);
        return Answers.token(username + ":" + body.path("Password").asText());
    }

    private CxConnection connectionOf(RecordedRequest request) {
        String token = Objects.requireNonNull(request.getHeaders().get("Authorization"))
                .substring("Bearer ".length());
        int colon = token.indexOf(':');
        return connection(token.substring(0, colon), Secret.of(token.substring(colon + 1)));
    }

    private MockResponse ofContact(CxAccess access, ContactReference contact, String what, String query) {
        return Answers.ok((switch (what) {
                    case "work-orders" ->
                        CxAsJson.rows(cx.repairsOf(access, contact, createdFrom(query)), CxAsJson::repair);
                    case "appointments" -> CxAsJson.rows(cx.appointmentsOf(access, contact), CxAsJson::appointment);
                    default -> CxAsJson.customer(cx.customer(access, contact));
                })
                .toString());
    }

    private static Optional<LocalDate> createdFrom(String query) {
        return query.isEmpty()
                ? Optional.empty()
                : Optional.of(LocalDate.parse(query.substring("CreatedFrom=".length())));
    }

    private MockResponse cancel(CxAccess access, RepairReference reference, JsonNode body) {
        UUID uid = UUID.fromString(body.path("WorkOrderUid").asText());
        RepairCancellation cancellation = new RepairCancellation(
                reference,
                uid.equals(new UUID(0, 0)) ? Optional.empty() : Optional.of(uid),
                body.path("RepairStatusCode").asText(),
                body.path("CancelReasonCode").asText(),
                UkTime.instantOf(LocalDateTime.parse(body.path("CancelDate").asText())),
                body.path("CancelNote").asText(""));
        return Answers.ok(CxAsJson.reply(cx.cancelRepair(access, cancellation)).toString());
    }

    /** How Cx and what is in front of it word a fault. */
    private static MockResponse answerOf(CxFault fault) {
        MockResponse response = switch (fault) {
            case CxFault.Unreachable lost -> Answers.hangUp();
            case CxFault.TimedOut lost -> Answers.silence();
            case CxFault.TlsFailed lost -> Answers.hangUp();
            case CxFault.AddressForbidden never -> Answers.empty(500);
            case CxFault.AddressNotWhitelisted blocked -> Answers.html(403);
            case CxFault.CredentialsRejected rejected -> Answers.json(401, "{\"Message\":\"Invalid\"}");
            case CxFault.NoApiPermission denied -> Answers.json(403, "{\"Message\":\"No API permission\"}");
            case CxFault.NotFound missing -> Answers.empty(404);
            case CxFault.Refused refused -> Answers.json(400, "{\"Message\":\"Bad request\"}");
            case CxFault.Throttled busy -> Answers.empty(429);
            case CxFault.Unavailable down -> Answers.empty(503);
            case CxFault.ContractBroken broken -> Answers.ok("never mind");
            case CxFault.Busy never -> Answers.empty(500);
        };
        return fault.retryAfter()
                .map(Duration::toSeconds)
                .map(seconds ->
                        response.newBuilder().setHeader("Retry-After", seconds).build())
                .orElse(response);
    }
}
