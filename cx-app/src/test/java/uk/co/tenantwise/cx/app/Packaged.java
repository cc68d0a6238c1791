package uk.co.tenantwise.cx.app;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The jar that is delivered, its data in a folder, on a port that stays the same. */
final class Packaged {
    static final String READY = "is ready at";
    private static final String JAR = System.getProperty("cx.app.jar", "target/cx-app.jar");
    private static final String PASSWORD = "an-admin-password";

    private final Path folder;
    private final int port = Program.freePort();

    Packaged(Path folder) {
        this.folder = folder;
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }

    /** Starts it with more settings than it needs. */
    Program start(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "CX_SERVER_PORT", Integer.toString(port),
                "CX_DATA_DIR", folder.resolve("data").toString(),
                "CX_ADMIN_PASSWORD", PASSWORD));
        environment.putAll(more);
        return Program.java(folder, environment, "-jar", JAR);
    }

    /** Calls it as the administrator. */
    Answer call(String method, String path, String body) throws Exception {
        String basic = Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create(base() + path))
                            .header("Authorization", "Basic " + basic)
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        }
    }
}
