package uk.co.tenantwise.cx.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody who reads pages and sends forms without a browser: with the cookie of a session and what a form has to send. */
final class Forms {
    private static final Pattern HIDDEN = Pattern.compile("name=\"(_csrf|version|key)\" value=\"([^\"]+)\"");
    /** Makes each token another one, because each is good for one time. */
    private static final AtomicInteger SIGN_INS = new AtomicInteger();

    private final Running app;
    private String cookie = "";

    private Forms(Running app) {
        this.app = app;
    }

    static Forms ofStranger(Running app) {
        return new Forms(app);
    }

    static Forms ofCustomer(Running app) {
        Forms forms = new Forms(app);
        forms.handOver();
        return forms;
    }

    /** Comes from the portal, and is in with whatever page the answer is. */
    Answer handOver() {
        String token = Tokens.signed(Tokens.claims("reader-" + SIGN_INS.incrementAndGet())
                .claim("roles", List.of("CUSTOMER"))
                .claim("cx_contact", SampleSite.CUSTOMER)
                .build());
        Answer answer = send("/my/hand-over", Map.of("token", token));
        enter(answer);
        return answer;
    }

    static Forms ofAdministrator(Running app) {
        Forms forms = new Forms(app);
        Answer page = forms.get("/admin/log-in");
        forms.enter(page);
        return forms.enter(forms.send(
                "/admin/log-in",
                Map.of("username", "admin", "password", "an-admin-password", "_csrf", hidden(page, "_csrf"))));
    }

    Answer get(String path) {
        return app.send(request(path).GET().build());
    }

    /** What a form of {@code page} sends, as a browser would: its hidden fields, and {@code fields}. */
    Answer post(Answer page, String path, Map<String, String> fields) {
        Map<String, String> hidden = HIDDEN.matcher(page.body())
                .results()
                .collect(Collectors.toMap(match -> match.group(1), match -> match.group(2), (first, last) -> last));
        hidden.putAll(fields);
        return send(path, hidden);
    }

    private Answer send(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> Stream.of(field.getKey(), field.getValue())
                        .map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8))
                        .collect(Collectors.joining("=")))
                .collect(Collectors.joining("&"));
        return app.send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", app.base())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(app.base() + path));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private Forms enter(Answer answer) {
        assertThat(answer.header("Set-Cookie")).as(answer.body()).isNotEmpty();
        cookie = answer.header("Set-Cookie").split(";", 2)[0];
        return this;
    }

    private static String hidden(Answer page, String name) {
        Matcher field = HIDDEN.matcher(page.body());
        while (field.find()) {
            if (field.group(1).equals(name)) {
                return field.group(2);
            }
        }
        throw new AssertionError("no " + name + " in " + page.body());
    }
}
