package uk.co.tenantwise.cx.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.co.tenantwise.cx.app.config.ServiceConfiguration;
import uk.co.tenantwise.cx.app.pages.DemoCustomers;
import uk.co.tenantwise.cx.app.pages.view.Choice;

class DemoPagesTest {
    private static final DemoCustomers CUSTOMERS = new DemoCustomers(List.of(new Choice("T/2024/17", "Rhys")));

    @Test
    void signIn_shouldLetOneChooseWhoToBe_inTheDemoOnly(@TempDir Path data, @TempDir Path other) throws Exception {
        try (Service demo = Service.startDemo(configuration(data), CUSTOMERS);
                Running real = Running.start(other)) {
            String base = "http://127.0.0.1:" + demo.port();
            assertThat(get(base + "/my/sign-in").body()).contains("Sign in as Rhys", "value=\"T/2024/17\"");
            HttpResponse<String> without = post(base, "", "T%2F2024%2F17");
            assertThat(without.statusCode()).isEqualTo(403);
            assertThat(without.body()).contains("There is a problem", "Sign in as Rhys");
            HttpResponse<String> page = get(base + "/my/sign-in");
            HttpResponse<String> in = post(base, proof(page), "T%2F2024%2F17");
            assertThat(in.statusCode()).isEqualTo(303);
            assertThat(in.headers().firstValue("Set-Cookie"))
                    .hasValueSatisfying(cookie -> assertThat(cookie).startsWith("cx-customer="));
            assertThat(post(base, proof(page), "C-9999").statusCode()).isEqualTo(404);

            assertThat(get(real.base() + "/my/sign-in").body()).doesNotContain("Sign in as");
            assertThat(post(real.base(), proof(page), "C-1001").statusCode()).isEqualTo(404);
        }
    }

    private static ServiceConfiguration configuration(Path data) {
        return ServiceConfiguration.read(Map.of(
                "CX_SERVER_PORT", "0", "CX_DATA_DIR", data.toString(), "CX_ADMIN_PASSWORD", "an-admin-password"));
    }

    private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url)).build());
    }

    /** The cookie of a page and the token of its forms, one a line. */
    private static String proof(HttpResponse<String> page) {
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        return cookie + "\n" + page.body().replaceFirst("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    }

    private static HttpResponse<String> post(String base, String proof, String customer)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + "/my/demo-sign-in"))
                .header("Origin", base)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Cookie",
                        proof.isEmpty()
                                ? "none=none"
                                : proof.lines().findFirst().orElseThrow())
                .POST(HttpRequest.BodyPublishers.ofString("customer=" + customer + "&_csrf="
                        + proof.lines().skip(1).findFirst().orElse("")))
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
