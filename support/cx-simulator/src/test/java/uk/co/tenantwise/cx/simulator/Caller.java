package uk.co.tenantwise.cx.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Calls the simulator as a client of Cx would, over HTTP/1.1 and without following redirects. */
final class Caller implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI base;
    private @Nullable String token;

    Caller(CxSimulator simulator) {
        base = simulator.baseUrl();
    }

    /** Logs in and uses that token from then on. */
    Caller loggedIn(String user, String password) throws IOException, InterruptedException {
        token = json(logIn(user, password)).path("Token").textValue();
        return this;
    }

    Caller with(@Nullable String otherToken) {
        token = otherToken;
        return this;
    }

    HttpResponse<String> logIn(String user, String password) throws IOException, InterruptedException {
        String body = Json.MAPPER
                .createObjectNode()
                .put("UserName", user)
                .put("Password", password)
                .toString();
        return post("/api/token", body);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> getAsync(String path) {
        return client.sendAsync(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<byte[]> getBytes(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return client.send(posting(path, body), HttpResponse.BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> postAsync(String path, String body) {
        return client.sendAsync(posting(path, body), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> send(String method, String path, String contentType, String body)
            throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", contentType)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> cancelOrder(String company, String reference, String body)
            throws IOException, InterruptedException {
        return post("/api/companies/" + company + "/work-orders/" + encoded(reference) + "/cancel", body);
    }

    private HttpRequest posting(String path, String body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return Json.MAPPER.readTree(response.body());
    }

    /** One path segment, percent-encoded. */
    static String encoded(String reference) {
        return URLEncoder.encode(reference, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The body of a cancel call with the codes of {@link SimulatorTest#ONE}. */
    static String cancelBody(WorkOrder order) {
        return cancelBody(order.uid().orElseThrow(), "CANX", "TENANT");
    }

    static String cancelBody(String uid, String status, String reason) {
        return Json.MAPPER
                .createObjectNode()
                .put("WorkOrderUid", uid)
                .put("RepairStatusCode", status)
                .put("CancelDate", "2026-12-04T12:00:00")
                .put("CancelReasonCode", reason)
                .put("CancelNote", "by the tenant")
                .toString();
    }
}
