package uk.co.tenantwise.cx.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesSecurityTest {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    /** Other sites. On this machine, because the framework itself keeps those elsewhere from services on localhost. */
    private static final String PORTAL = "http://localhost:1";

    private static final String ANOTHER_SITE = "http://127.0.0.1:1";
    private static final List<String> FORMS = List.of(
            "/admin/log-out",
            "/admin/civica-cx/connection",
            "/admin/civica-cx/company",
            "/admin/civica-cx/test",
            "/admin/civica-cx/repairs",
            "/admin/civica-cx/repairs/save",
            "/admin/civica-cx/repairs/edit",
            "/admin/civica-cx/refresh",
            "/admin/civica-cx/apply-now",
            "/admin/civica-cx/history/1",
            "/admin/civica-cx/cancellations/1/check",
            "/admin/civica-cx/cancellations/1/settle",
            "/my/cancel",
            "/my/sign-out");

    private final AtomicInteger signIns = new AtomicInteger();
    private Running app;

    @BeforeAll
    void start(@TempDir Path data) {
        app = Running.start(data);
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @BeforeEach
    void fresh() {
        app.fresh();
    }

    static Stream<String> forms() {
        return FORMS.stream();
    }

    @Nested
    class Forms {
        /** So that nobody adds a form and forgets to protect it. Letting somebody in is protected in its own way. */
        @Test
        void forms_shouldAllBeTested() {
            Set<String> letIn = Set.of("/admin/log-in", "/my/hand-over", "/my/demo-sign-in");

            assertThat(app.service().context().getBean(Router.class).uriRoutes())
                    .filteredOn(route -> route.getHttpMethod() == HttpMethod.POST)
                    .extracting(route -> route.getUriMatchTemplate()
                            .toPathString()
                            .replace("{version}", "1")
                            .replace("{id}", "1"))
                    .filteredOn(path -> path.startsWith("/admin") || path.startsWith("/my"))
                    .filteredOn(path -> !letIn.contains(path))
                    .containsOnly(FORMS.toArray(String[]::new));
        }

        @ParameterizedTest
        @ValueSource(strings = {"/admin/log-in", "/my/demo-sign-in"})
        void logIn_shouldBeRefused_whenItComesFromAnotherSite(String path) {
            assertThat(post(
                                    path,
                                    "",
                                    "username=admin&password=an-admin-password&customer=C-1001",
                                    Map.of("Origin", ANOTHER_SITE))
                            .status())
                    .isEqualTo(403);
        }

        /** Guards against: "log-in has no CSRF token, because there is no session yet". */
        @Test
        void logIn_shouldBeShownAgain_whenItLacksTheTokenOfItsPage() {
            Proof proof = proof();
            Proof other = proof();
            String right = "username=admin&password=an-admin-password";
            for (Map.Entry<String, String> each : List.of(
                    Map.entry("", right),
                    Map.entry(proof.cookie(), right),
                    Map.entry("", right + "&_csrf=" + proof.token()),
                    Map.entry(proof.cookie(), right + "&_csrf=" + other.token()),
                    Map.entry("cx-form=x", right + "&_csrf=" + proof.token()))) {
                Answer answer = post("/admin/log-in", each.getKey(), each.getValue(), Map.of("Origin", app.base()));

                assertThat(answer.status()).as(each.toString()).isEqualTo(403);
                assertThat(answer.body())
                        .contains("Enter your password and try again", "value=\"admin\"")
                        .doesNotContain("an-admin-password");
                assertThat(answer.headers().allValues("Set-Cookie"))
                        .noneMatch(cookie -> cookie.startsWith("cx-admin="));
            }
        }

        /** Guards against: a second tab, or the browser's back button, makes the first page worthless. */
        @Test
        void logIn_shouldWork_fromEachOfTwoTabs_andFromAFormThatIsShownAgain() {
            Proof first = proof();
            Answer second = get("/admin/log-in", first.cookie());
            assertThat(second.headers().allValues("Set-Cookie")).isEmpty();
            assertThat(csrf(second)).isEqualTo(first.token());
            Answer again = post("/admin/log-in", first.cookie(), "username=admin", Map.of("Origin", app.base()));
            assertThat(again.status()).isEqualTo(403);
            for (String token : List.of(first.token(), csrf(second), csrf(again))) {
                assertThat(post(
                                        "/admin/log-in",
                                        first.cookie(),
                                        "username=admin&password=an-admin-password&_csrf=" + token,
                                        Map.of("Origin", app.base()))
                                .status())
                        .isEqualTo(303);
            }
        }

        @Test
        void formCookie_shouldBeHttpOnlyLaxAndOfTheBrowserSession_andSecureOverHttps() {
            assertThat(get("/admin/log-in", "").header("Set-Cookie"))
                    .startsWith("cx-form=")
                    .contains("HTTPOnly", "SameSite=Lax", "Path=/")
                    .doesNotContain("Max-Age", "Expires", "Secure");
            assertThat(send(request("/admin/log-in")
                                    .header("X-Forwarded-Proto", "https")
                                    .GET())
                            .header("Set-Cookie"))
                    .startsWith("__Host-cx-form=")
                    .contains("HTTPOnly", "SameSite=Lax", "Path=/", "Secure");
        }

        @ParameterizedTest
        @MethodSource("uk.co.tenantwise.cx.app.PagesSecurityTest#forms")
        void form_shouldBeRefused_whenItComesFromAnotherSite(String path) {
            String cookie = session(path);
            String csrf = csrf(path, cookie);
            for (Map<String, String> headers : List.of(
                    Map.of("Origin", ANOTHER_SITE),
                    Map.of("Origin", "null"),
                    Map.of("Sec-Fetch-Site", "cross-site", "Origin", app.base()),
                    Map.of("Sec-Fetch-Site", "same-site", "Origin", app.base()),
                    Map.of("Sec-Fetch-Site", "same-origin", "Origin", "null"),
                    Map.<String, String>of())) {
                assertThat(post(path, cookie, "_csrf=" + csrf, headers).status())
                        .as(path + " " + headers)
                        .isEqualTo(403);
            }
        }

        @ParameterizedTest
        @MethodSource("uk.co.tenantwise.cx.app.PagesSecurityTest#forms")
        void form_shouldBeRefused_whenItLacksTheTokenOfTheSession(String path) {
            String cookie = session(path);
            for (String body : List.of("", "_csrf=", "_csrf=guessed", "_csrf=" + csrf(path, session(path)))) {
                assertThat(post(path, cookie, body, Map.of("Origin", app.base()))
                                .status())
                        .as(path + " " + body)
                        .isEqualTo(403);
            }
        }

        @Test
        void form_shouldChangeNothing_whenItIsTextThatOnlyLooksLikeOne() {
            String cookie = session("/admin");
            String csrf = csrf("/admin", cookie);

            Answer answer = send(request("/admin/civica-cx/refresh")
                    .header("Cookie", cookie)
                    .header("Origin", app.base())
                    .header("Content-Type", "text/plain")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "_csrf=" + csrf + "&repairsMinutes=1&customerMinutes=1")));

            assertThat(answer.status()).isEqualTo(403);
        }

        @Test
        void form_shouldBeTaken_whenItIsOurs() {
            String cookie = session("/admin");
            String csrf = csrf("/admin", cookie);
            long version = app.get(Tokens.ADMIN, "/integration")
                    .is(200)
                    .path("version")
                    .asLong();

            Answer answer = post(
                    "/admin/civica-cx/refresh",
                    cookie,
                    "_csrf=" + csrf + "&version=" + version + "&repairsMinutes=20&customerMinutes=30",
                    Map.of("Origin", app.base()));

            assertThat(answer.status()).isEqualTo(303);
            assertThat(app.get(Tokens.ADMIN, "/integration")
                            .is(200)
                            .at("/refresh/repairsMinutes")
                            .asInt())
                    .isEqualTo(20);
        }

        @Test
        void form_shouldSaveNothing_whenSomebodyElseSavedMeanwhile() {
            String cookie = session("/admin");
            String csrf = csrf("/admin", cookie);
            long version = app.get(Tokens.ADMIN, "/integration")
                    .is(200)
                    .path("version")
                    .asLong();
            app.put("refresh", "{\"repairsMinutes\": 5, \"customerMinutes\": 5}")
                    .is(200);

            Answer answer = post(
                    "/admin/civica-cx/refresh",
                    cookie,
                    "_csrf=" + csrf + "&version=" + version + "&repairsMinutes=20&customerMinutes=30",
                    Map.of("Origin", app.base()));

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.body()).contains("somebody else has saved").contains("value=\"20\"");
        }
    }

    @Nested
    class Pages {
        /** So that nobody adds a page and forgets to ask who looks at it. */
        @Test
        void pages_shouldLeadToTheLogIn_whenThereIsNoSession() {
            Set<String> open = Set.of("/admin", "/admin/log-in", "/my/sign-in", "/my/signed-out");

            assertThat(app.service().context().getBean(Router.class).uriRoutes())
                    .filteredOn(route -> route.getHttpMethod() == HttpMethod.GET)
                    .extracting(route -> route.getUriMatchTemplate().toPathString())
                    .filteredOn(path -> path.startsWith("/admin") || path.startsWith("/my"))
                    .filteredOn(path -> !open.contains(path) && !path.contains("+path") && !path.endsWith("/path"))
                    .hasSizeGreaterThan(8)
                    .allSatisfy(path -> {
                        Answer answer = get(path.replaceAll("\\{[^}]*}", "1"), "");
                        assertThat(answer.status() == 401
                                        || answer.status() == 404
                                        || answer.header("Location").contains("/log-in")
                                        || answer.header("Location").contains("/my/sign-in"))
                                .as(path + " " + answer.status())
                                .isTrue();
                    });
        }
    }

    @Nested
    class Sessions {
        @Test
        void session_shouldEnd_whenItIsIdleFor15Minutes() {
            String cookie = session("/admin");
            app.clock.advance(Duration.ofMinutes(15).minusSeconds(1));
            assertThat(get("/admin/civica-cx", cookie).status()).isEqualTo(200);
            app.clock.advance(Duration.ofSeconds(1));
            assertThat(get("/admin/civica-cx", cookie).status()).isEqualTo(303);
        }

        @Test
        void session_shouldLastWhileItIsUsed_butNotLongerThan8Hours() {
            String cookie = session("/admin");
            for (int minutes = 0; minutes < 8 * 60 - 10; minutes += 10) {
                app.clock.advance(Duration.ofMinutes(10));
                Answer answer = get("/admin/civica-cx/history", cookie);
                assertThat(answer.status()).isEqualTo(200);
                cookie = cookie(answer);
            }
            app.clock.advance(Duration.ofMinutes(10));
            assertThat(get("/admin/civica-cx/history", cookie).status()).isEqualTo(303);
        }

        @ParameterizedTest
        @ValueSource(strings = {"cx-admin=x", "cx-admin=eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.", "cx-admin="})
        void session_shouldNotBeBelieved_whenItIsForged(String cookie) {
            assertThat(get("/admin/civica-cx", cookie).status()).isEqualTo(303);
        }

        @Test
        void session_shouldNotBeAToken_norATokenASession() {
            assertThat(get("/admin/civica-cx", "cx-admin=" + Tokens.ADMIN).status())
                    .isEqualTo(303);
            String session = session("/admin").substring("cx-admin=".length());
            assertThat(app.get(session, "/integration").status()).isEqualTo(401);
        }

        @Test
        void session_shouldNotOpenTheOtherPages_whenItIsOfTheOtherAudience() {
            String customer = session("/my").substring("cx-customer=".length());
            assertThat(get("/admin/civica-cx", "cx-admin=" + customer).status()).isEqualTo(303);
        }

        @Test
        void cookie_shouldBeHttpOnlyAndLax_andSecureOverHttps() {
            assertThat(logIn(Map.of()).header("Set-Cookie"))
                    .startsWith("cx-admin=")
                    .contains("HTTPOnly", "SameSite=Lax", "Path=/")
                    .doesNotContainIgnoringCase("Secure");
            assertThat(logIn(Map.of("X-Forwarded-Proto", "https")).header("Set-Cookie"))
                    .startsWith("__Host-cx-admin=")
                    .contains("HTTPOnly", "SameSite=Lax", "Path=/", "Secure");
        }

        @Test
        void handOver_shouldWorkOnce_andForCustomersOnly() {
            String token = "token=" + handOverToken();
            Map<String, String> portal = Map.of("Origin", PORTAL);
            assertThat(post("/my/hand-over", "", "token=" + Tokens.ADMIN, portal)
                            .status())
                    .isEqualTo(401);
            assertThat(post("/my/hand-over", "", "token=forged", portal).status())
                    .isEqualTo(401);
            assertThat(post("/my/hand-over", "", token, portal).status()).isEqualTo(303);
            assertThat(post("/my/hand-over", "", token, portal).status()).isEqualTo(401);
        }

        @Test
        void logOut_shouldOutliveARestart_becauseItIsInTheDatabase() {
            String cookie = session("/admin");
            post("/admin/log-out", cookie, "_csrf=" + csrf("/admin", cookie), Map.of("Origin", app.base()));

            app.restart();

            assertThat(get("/admin/civica-cx", cookie).status()).isEqualTo(303);
        }

        @Test
        void logIn_shouldBeSlowedDown_whenItFailsAgainAndAgain() {
            Proof proof = proof();
            int last = 0;
            for (int i = 0; i < 12; i++) {
                last = post(
                                "/admin/log-in",
                                proof.cookie(),
                                "username=guessed&password=wrong" + i + "&_csrf=" + proof.token(),
                                Map.of("Origin", app.base()))
                        .status();
            }
            assertThat(last).isEqualTo(429);
        }
    }

    @Nested
    class Headers {
        @ParameterizedTest
        @ValueSource(
                strings = {"/admin/log-in", "/admin/civica-cx", "/my", "/my/sign-in", "/my/nowhere", "/admin/nowhere"})
        void page_shouldForbidWhatItDoesNotNeed_whicheverItIs(String path) {
            Answer answer = get(path, "");

            assertThat(answer.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
                    .doesNotContain("unsafe-inline");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        }

        @Test
        void asset_shouldBeKeptForEver_becauseItsNameChanges() {
            Matcher link = Pattern.compile("/assets/pages-[0-9a-f]+\\.css")
                    .matcher(get("/admin/log-in", "").body());
            assertThat(link.find()).isTrue();
            Answer answer = get(link.group(), "");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Cache-Control")).contains("immutable");
            assertThat(answer.header("Content-Type")).startsWith("text/css");
        }
    }

    private String session(String path) {
        return path.startsWith("/my")
                ? cookie(post("/my/hand-over", "", "token=" + handOverToken(), Map.of()))
                : cookie(logIn(Map.of()));
    }

    /** Another one each time, because each is good for one time. */
    private String handOverToken() {
        return Tokens.signed(Tokens.claims("customer-" + signIns.incrementAndGet())
                .claim("roles", List.of("CUSTOMER"))
                .claim("cx_contact", SampleSite.CUSTOMER)
                .build());
    }

    private Answer logIn(Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Sec-Fetch-Site", "same-origin");
        Proof proof = proof(headers);
        Answer answer = post(
                "/admin/log-in",
                proof.cookie(),
                "username=admin&password=an-admin-password&_csrf=" + proof.token(),
                all);
        assertThat(answer.status()).isEqualTo(303);
        return answer;
    }

    private record Proof(String cookie, String token) {}

    /** What the page of the log-in gives its form. */
    private Proof proof() {
        return proof(Map.of());
    }

    private Proof proof(Map<String, String> headers) {
        HttpRequest.Builder request = request("/admin/log-in");
        headers.forEach(request::header);
        Answer page = send(request.GET());
        return new Proof(cookie(page), csrf(page));
    }

    private String csrf(String path, String cookie) {
        return csrf(get(path.startsWith("/my") ? "/my" : "/admin/civica-cx/history", cookie));
    }

    private static String csrf(Answer page) {
        Matcher token = CSRF.matcher(page.body());
        assertThat(token.find()).as(page.body()).isTrue();
        return token.group(1);
    }

    private static String cookie(Answer answer) {
        return answer.header("Set-Cookie").split(";", 2)[0];
    }

    private Answer get(String path, String cookie) {
        HttpRequest.Builder request = request(path);
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return send(request.GET());
    }

    private Answer post(String path, String cookie, String body, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/x-www-form-urlencoded");
        headers.forEach(request::header);
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return send(request.POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(app.base() + path));
    }

    private Answer send(HttpRequest.Builder request) {
        return app.send(request.build());
    }
}
