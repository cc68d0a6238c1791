package uk.co.tenantwise.cx.reliability.harness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Calls the HTTP API of a node, or of what stands before it. Calls give up after a minute. Thread-safe. */
public final class Api {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final int port;

    /** The API behind a port of this machine. */
    public Api(int port) {
        this.port = port;
    }

    /** Gets a path of the API. */
    public Reply get(String token, String path) throws IOException, InterruptedException {
        return send(request(token, "/api/v1" + path).GET().build());
    }

    /** Saves a section of the settings. */
    public Reply put(String section, String body) throws IOException, InterruptedException {
        return send(request(Tokens.ADMIN, "/api/v1/integration/" + section)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** Saves a section of the settings if they are still of the version that the tag names, on a thread of its own. */
    public CompletableFuture<Reply> save(String section, String body, String tag) {
        return later(request(Tokens.ADMIN, "/api/v1/integration/" + section)
                .header("Content-Type", "application/json")
                .header("If-Match", tag)
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** The version of the settings. */
    public long version() throws IOException, InterruptedException {
        return get(Tokens.ADMIN, "/integration").is(200).json().path("version").asLong();
    }

    /** Signs a customer in, on a thread of its own. */
    public CompletableFuture<Reply> signIn(String contact) {
        return later(request(Tokens.PORTAL, "/api/v1/customers/" + contact + "/sign-in")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    /** The repairs of a customer. */
    public Reply repairs(String contact) throws IOException, InterruptedException {
        return get(Tokens.PORTAL, "/customers/" + contact + "/repairs");
    }

    /** Cancels a repair under an idempotency key, on a thread of its own. */
    public CompletableFuture<Reply> cancel(String contact, String repair, String key) {
        return cancel("/api/v1/customers/" + contact + "/repairs/" + repair + "/cancellation", key);
    }

    /** Cancels a visit under an idempotency key, on a thread of its own. */
    public CompletableFuture<Reply> cancelVisit(String contact, String visit, String key) {
        return cancel("/api/v1/customers/" + contact + "/appointments/" + visit + "/cancellation", key);
    }

    /** Whether the node answers that it is alive, or ready. */
    public boolean is(String state) throws InterruptedException {
        return status("/health/" + state) == 200;
    }

    /** The status that a path outside the API answers, 0 when there is no answer. */
    public int status(String path) throws InterruptedException {
        try {
            return send(HttpRequest.newBuilder(uri(path))
                            .timeout(PATIENCE)
                            .GET()
                            .build())
                    .status();
        } catch (IOException noAnswer) {
            return 0;
        }
    }

    private HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(PATIENCE).header("Authorization", "Bearer " + token);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static Reply send(HttpRequest request) throws IOException, InterruptedException {
        return reply(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()));
    }

    private static CompletableFuture<Reply> later(HttpRequest request) {
        return CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(Api::reply);
    }

    private CompletableFuture<Reply> cancel(String path, String key) {
        return later(request(Tokens.PORTAL, path)
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    private static Reply reply(HttpResponse<String> response) {
        return new Reply(response.statusCode(), response.body());
    }
}
