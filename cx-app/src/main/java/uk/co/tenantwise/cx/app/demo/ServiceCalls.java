package uk.co.tenantwise.cx.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sets the service up as an administrator would, and looks at it as a customer would: over HTTP. */
final class ServiceCalls {
    private static final Pattern REPAIR = Pattern.compile("\\{\"reference\":\"([A-Za-z0-9_.-]+)\"");
    private static final String ALLOWED = "],\"cancellation\":{\"allowed\":true";

    private final HttpClient client = HttpClient.newHttpClient();
    private final String api;

    ServiceCalls(String base) {
        this.api = base + "/api/v1";
    }

    /** Connects the service to {@code cxUrl} and selects a company, unless it is so already. */
    void configure(String token, String cxUrl) throws InterruptedException {
        String settings = call(token, "GET", "/integration", "");
        if (settings.contains("\"status\":\"READY\"") && settings.contains('"' + cxUrl + '"')) {
            return;
        }
        put(token, "/integration/connection", """
            {"enabled": true, "apiUrl": "%s", "username": "%s", "password": "%s"}\
            """.formatted(cxUrl, DemoCx.USER, DemoCx.PASSWORD));
        put(token, "/integration/company", """
            {"companyId": "%s"}\
            """.formatted(DemoCx.COMPANY));
        put(token, "/integration/repairs", """
            {"startDate": null, "cancellation": {"enabled": true, "noticeDays": 0, "noticeUnit": "CALENDAR_DAYS",
             "cutOff": "00:00", "bankHolidays": "ENGLAND_AND_WALES", "cancelStatusCode": "%s",
             "cancelReasonCode": "%s", "contactLine": "Call Exampleton Homes on 01632 960100."}}\
            """.formatted(DemoCx.CANCEL_STATUS, DemoCx.CANCEL_REASON));
    }

    /** A repair of a customer that can be cancelled now. */
    Optional<String> cancellable(String token, String contact) throws InterruptedException {
        String[] repairs =
                call(token, "POST", "/customers/" + contact + "/sign-in", "").split("(?=\\{\"reference\":)", -1);
        for (String repair : repairs) {
            Matcher reference = REPAIR.matcher(repair);
            if (repair.contains(ALLOWED) && reference.lookingAt()) {
                return Optional.of(reference.group(1));
            }
        }
        return Optional.empty();
    }

    private void put(String token, String path, String body) throws InterruptedException {
        var unused = call(token, "PUT", path, body);
    }

    private String call(String token, String method, String path, String body) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new DemoFailure("The service answered " + response.statusCode() + " to " + method + " " + path
                        + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot call the service", e);
        }
    }
}
