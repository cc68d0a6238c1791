package uk.co.tenantwise.cx.app;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.RuntimeBeanDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import uk.co.tenantwise.cx.app.config.ServiceConfiguration;
import uk.co.tenantwise.cx.ports.application.StorePorts;
import uk.co.tenantwise.cx.simulator.CxSimulator;
import uk.co.tenantwise.cx.testkit.ManualClock;

/** The real service on a free port, with its real stores, in front of the simulator. Time is moved by hand. */
final class Running implements AutoCloseable {
    static final String CX_PASSWORD = "cx-pass-word-canary-1";

    final ManualClock clock = ManualClock.atNow();
    final CxSimulator cx =
            CxSimulator.builder().clock(clock).site(SampleSite::fill).start();
    private final OwnThreads threads = new OwnThreads();
    private final Map<String, String> environment = new HashMap<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Service service;

    private Running(Path dataDir, Map<String, String> more) {
        environment.put("CX_SERVER_PORT", "0");
        environment.put("CX_DATA_DIR", dataDir.toString());
        environment.put("CX_JWT_SECRET", Tokens.SECRET);
        environment.put("CX_ADMIN_PASSWORD", "an-admin-password");
        environment.put("CX_API_ALLOW_PRIVATE_ADDRESSES", "true");
        environment.put("CX_API_TIMEOUT", "PT3S");
        environment.put("CX_INSTANCE_ADDRESSES", "192.0.2.10, 192.0.2.11");
        environment.putAll(more);
        environment.values().removeIf(String::isEmpty);
        service = started();
    }

    static Running start(Path dataDir) {
        return start(dataDir, Map.of());
    }

    /** With other settings of the environment; an empty value takes one away. */
    static Running start(Path dataDir, Map<String, String> environment) {
        return new Running(dataDir, environment);
    }

    /** As before each test: the site as it was, noon of 1 December, connected, the first company, the default rules. */
    void fresh() {
        clock.set(uk.co.tenantwise.cx.testkit.Builders.NOW);
        cx.reset();
        // As if it were long ago: the clock stands where it stood when earlier tests made attempts, and those would
        // count.
        service.context()
                .getBean(StorePorts.class)
                .cancellations()
                .forget(clock.instant().plus(Duration.ofDays(1)), Integer.MAX_VALUE);
        threads.awaitIdle();
        put("connection", connection()).is(200);
        put("company", "{\"companyId\": \"1\"}").is(200);
        put("repairs", repairs("")).is(200);
        put("refresh", "{\"repairsMinutes\": 15, \"customerMinutes\": 15}").is(200);
        post(Tokens.ADMIN, "/integration/refresh-now", "").is(200);
        cx.requests().clear();
    }

    /** Stops the service and starts it again on the same data. */
    void restart() {
        service.close();
        service = started();
    }

    Service service() {
        return service;
    }

    String connection() {
        return """
            {"enabled": true, "apiUrl": "%s", "username": "%s", "password": "%s"}\
            """.formatted(cx.baseUrl(), SampleSite.USER, CX_PASSWORD);
    }

    /** Repairs settings with a start date, none when empty. */
    static String repairs(String startDate) {
        return repairs(startDate, true, 0, "00:00");
    }

    static String repairs(String startDate, boolean enabled, int days, String cutOff) {
        return """
            {"startDate": "%s", "cancellation": {"enabled": %s, "noticeDays": %d, "noticeUnit": "CALENDAR_DAYS",
             "cutOff": "%s", "bankHolidays": "ENGLAND_AND_WALES", "cancelStatusCode": "%s", "cancelReasonCode": "%s",
             "contactLine": "Call us on 01632 960100."}}\
            """.formatted(startDate, enabled, days, cutOff, SampleSite.CANCEL_STATUS, SampleSite.CANCEL_REASON);
    }

    /** Saves a section of the settings as the administrator. */
    Answer put(String section, String body) {
        return send(Tokens.ADMIN, "PUT", "/integration/" + section, body, "Content-Type", "application/json");
    }

    Answer get(String token, String path) {
        return send(token, "GET", path, "");
    }

    Answer post(String token, String path, String body) {
        return body.isEmpty()
                ? send(token, "POST", path, "")
                : send(token, "POST", path, body, "Content-Type", "application/json");
    }

    /** Sends to a path of the API, without a token when it is empty. */
    Answer send(String token, String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + "/api/v1" + path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", token.startsWith("Basic ") ? token : "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    String base() {
        return "http://127.0.0.1:" + service.port();
    }

    @Override
    public void close() {
        service.close();
        cx.close();
        client.close();
    }

    private Service started() {
        return Service.start(ServiceConfiguration.read(environment), this::withClock);
    }

    private ApplicationContextBuilder withClock(ApplicationContextBuilder builder) {
        return builder.properties(Map.of("micronaut.server.host", "127.0.0.1"))
                .beanDefinitions(threads.listeners())
                .beanDefinitions(RuntimeBeanDefinition.builder(InstantSource.class, () -> clock)
                        .singleton(true)
                        .replaces(InstantSource.class)
                        .build());
    }
}
