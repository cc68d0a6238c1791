package uk.co.tenantwise.cx.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.co.tenantwise.cx.testkit.Builders;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {
    private static final String NOBODY = "";
    private static final String OWN = Tokens.customer(SampleSite.CUSTOMER);
    private static final String FOREIGN = Tokens.customer(SampleSite.NEIGHBOUR);
    private static final String NO_ROLE = Tokens.signed(Tokens.claims("nobody").build());

    private Running app;

    @BeforeAll
    void start(@TempDir Path data) {
        app = Running.start(data);
        app.fresh();
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @BeforeEach
    void now() {
        app.clock.set(Builders.NOW);
    }

    /** A call of the API, as the router knows it. */
    private record Route(String method, String path) implements Comparable<Route> {
        @Override
        public int compareTo(Route other) {
            return (path + method).compareTo(other.path + other.method);
        }

        boolean isUnder(String prefix) {
            return path.equals(prefix) || path.startsWith(prefix + "/");
        }
    }

    private Set<Route> routes() {
        Set<Route> routes = new TreeSet<>();
        app.service()
                .context()
                .getBean(Router.class)
                .uriRoutes()
                .forEach((UriRouteInfo<?, ?> route) -> routes.add(new Route(
                        route.getHttpMethod().name(),
                        route.getUriMatchTemplate()
                                .toPathString()
                                .replaceAll("\\{contact[^}]*}", SampleSite.CUSTOMER)
                                .replaceAll("\\{[^}]*}", "1"))));
        return routes;
    }

    private int status(String token, Route route) {
        return app.send(token, route.method(), route.path().replaceFirst("^/api/v1", ""), "")
                .status();
    }

    @Nested
    class Routes {
        @Test
        void routes_shouldAllHaveARule() {
            assertThat(routes())
                    .hasSizeGreaterThan(14)
                    .allSatisfy(route -> assertThat(route.isUnder("/api/v1/integration")
                                    || route.isUnder("/api/v1/customers")
                                    // Of the pages PagesSecurityTest takes care.
                                    || route.isUnder("/admin")
                                    || route.isUnder("/my")
                                    || route.isUnder("/assets")
                                    || route.path().equals("/")
                                    || route.isUnder("/health")
                                    || route.isUnder("/prometheus"))
                            .as("a new route needs a rule, and a line in this test: " + route)
                            .isTrue());
        }

        @Test
        void integration_shouldBeForAdministratorsOnly() {
            assertThat(routes().stream().filter(route -> route.isUnder("/api/v1/integration")))
                    .hasSizeGreaterThan(9)
                    .allSatisfy(route -> {
                        assertThat(status(NOBODY, route)).as(route.toString()).isEqualTo(401);
                        for (String token : List.of(Tokens.PORTAL, OWN, FOREIGN, NO_ROLE)) {
                            assertThat(status(token, route))
                                    .as(route.toString())
                                    .isEqualTo(403);
                        }
                        assertThat(status(Tokens.ADMIN, route))
                                .as(route.toString())
                                .isIn(200, 400);
                    });
        }

        @Test
        void customers_shouldBeForThePortalAndTheCustomer() {
            assertThat(routes().stream().filter(route -> route.isUnder("/api/v1/customers")))
                    .hasSizeGreaterThan(4)
                    .allSatisfy(route -> {
                        assertThat(status(NOBODY, route)).as(route.toString()).isEqualTo(401);
                        for (String token : List.of(Tokens.ADMIN, NO_ROLE)) {
                            assertThat(status(token, route))
                                    .as(route.toString())
                                    .isEqualTo(403);
                        }
                        assertThat(status(FOREIGN, route)).as(route.toString()).isEqualTo(404);
                        int known = status(Tokens.PORTAL, route);
                        assertThat(known).as(route.toString()).isIn(200, 404);
                        assertThat(status(OWN, route)).as(route.toString()).isEqualTo(known);
                    });
        }

        @Test
        void health_shouldBeForEverybody() {
            for (String path : List.of("/health", "/health/readiness", "/health/liveness", "/prometheus")) {
                assertThat(Http.get(app.base() + path).status()).as(path).isEqualTo(200);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"/beans", "/env", "/loggers", "/routes", "/threaddump", "/heapdump", "/stop", "/info"})
        void management_shouldNotBeThere(String path) {
            Http.get(app.base() + path).isProblem(404, "NOT_FOUND");
        }
    }

    @Nested
    class Tokens401 {
        private void isRefused(String token) {
            Answer answer = app.get(token, "/integration");
            answer.isProblem(401, "UNAUTHENTICATED");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        }

        @Test
        void token_shouldBeRefused_whenItIsForged() {
            JWTClaimsSet claims = Tokens.claims("x").claim("roles", "ADMIN").build();
            isRefused(Tokens.signed(claims, "another-secret-that-is-long-enough-too", JWSAlgorithm.HS256));
            isRefused(Tokens.signed(claims, Tokens.SECRET.repeat(2), JWSAlgorithm.HS512));
            isRefused(new PlainJWT(claims).serialize());
            String[] parts = Tokens.ADMIN.split("\\.", -1);
            isRefused(parts[0] + "." + parts[1] + ".");
            isRefused(parts[0] + "." + parts[1]);
            String changed = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString("{\"sub\":\"x\",\"roles\":[\"ADMIN\"]}".getBytes(StandardCharsets.UTF_8));
            isRefused(parts[0] + "." + changed + "." + parts[2]);
            isRefused("x");
            isRefused("..");
        }

        @Test
        void token_shouldBeRefused_whenItIsExpiredOrNotYetValid() {
            JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().claim("roles", "ADMIN");
            isRefused(
                    Tokens.signed(claims.expirationTime(Date.from(Builders.NOW)).build()));
            app.get(
                            Tokens.signed(claims.expirationTime(Date.from(Builders.NOW.plusSeconds(1)))
                                    .build()),
                            "/integration")
                    .is(200);
            isRefused(Tokens.signed(claims.expirationTime(Date.from(Builders.NOW.plusSeconds(3_600)))
                    .notBeforeTime(Date.from(Builders.NOW.plusSeconds(60)))
                    .build()));
        }

        @Test
        void token_shouldBeRefused_whenItIsSentTwice() {
            isRefusedRaw("Authorization: Bearer " + Tokens.ADMIN + "\r\nAuthorization: Bearer " + Tokens.ADMIN);
            isRefusedRaw("Authorization: " + Tokens.ADMIN);
            isRefusedRaw("Authorization:");
        }

        private void isRefusedRaw(String header) {
            RawHttp.exchange(
                            app.service().port(),
                            "GET /api/v1/integration HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + header
                                    + "\r\n\r\n")
                    .isProblem(401, "UNAUTHENTICATED");
        }

        @Test
        void roles_shouldBeReadFromAListOrAText() {
            app.get(
                            Tokens.signed(Tokens.claims("x")
                                    .claim("roles", "PORTAL ADMIN")
                                    .build()),
                            "/integration")
                    .is(200);
            for (Object roles : List.of("admin", List.of("ADMINS"), 7, List.of(List.of("ADMIN")))) {
                app.get(Tokens.signed(Tokens.claims("x").claim("roles", roles).build()), "/integration")
                        .isProblem(403, "FORBIDDEN");
            }
        }

        @Test
        void customer_shouldSeeNothing_whenTheTokenNamesNoContact() {
            String token =
                    Tokens.signed(Tokens.claims("x").claim("roles", "CUSTOMER").build());
            app.get(token, "/customers/" + SampleSite.CUSTOMER + "/repairs").isProblem(404, "NOT_FOUND");
        }

        @Test
        void foreignContact_shouldLookLikeAnUnknownOne() {
            Answer foreign = app.get(FOREIGN, "/customers/" + SampleSite.CUSTOMER + "/repairs");
            Answer unknown = app.get(Tokens.PORTAL, "/customers/C-404/repairs");
            assertThat(foreign.body()).isEqualTo(unknown.body());
            assertThat(foreign.headers().map().keySet())
                    .isEqualTo(unknown.headers().map().keySet());
        }
    }

    @Nested
    class AdministratorLogIn {
        private String basic(String name, String password) {
            return "Basic "
                    + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        }

        @Test
        void logIn_shouldWork_andBeSlowedDownAfterFailures() {
            app.get(basic("admin", "an-admin-password"), "/integration").is(200);
            app.get(basic("admin", "x".repeat(300)), "/integration").isProblem(401, "UNAUTHENTICATED");
            int checked = 0;
            for (int i = 0; i < 20; i++) {
                Answer answer = app.get(basic("admin", "wrong-" + i), "/integration");
                if (answer.status() == 401) {
                    assertThat(answer.headers().map()).doesNotContainKey("basic");
                    assertThat(answer.header("WWW-Authenticate").toLowerCase(Locale.ROOT))
                            .doesNotContain("basic");
                    checked++;
                } else {
                    answer.isProblem(429, "TOO_MANY_ATTEMPTS");
                    assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
                    app.clock.advance(Duration.ofSeconds(1));
                }
            }
            assertThat(checked).isBetween(6, 10);
            app.get(basic("admin", "an-admin-password"), "/integration").isProblem(429, "TOO_MANY_ATTEMPTS");
            app.clock.advance(Duration.ofMinutes(5));
            app.get(basic("admin", "an-admin-password"), "/integration").is(200);
        }

        @Test
        void logIn_shouldAnswerTheSame_whenTheNameIsUnknown() {
            Answer unknown = app.get(basic("root", "an-admin-password"), "/integration");
            Answer wrong = app.get(basic("admin", "wrong"), "/integration");
            unknown.isProblem(401, "UNAUTHENTICATED");
            assertThat(unknown.body()).isEqualTo(wrong.body());
            app.get("Basic !!", "/integration").isProblem(401, "UNAUTHENTICATED");
            app.get(
                            "Basic " + Base64.getEncoder().encodeToString("admin".getBytes(StandardCharsets.UTF_8)),
                            "/integration")
                    .isProblem(401, "UNAUTHENTICATED");
        }

        @Test
        void logIn_shouldNotWork_whenABrowserSendsItForAnotherSite() {
            String right = basic("admin", "an-admin-password");
            app.send(right, "GET", "/integration", "", "Sec-Fetch-Site", "cross-site")
                    .isProblem(401, "UNAUTHENTICATED");
            // The framework itself refuses other origins when it listens to this machine only, as here.
            assertThat(app.send(right, "POST", "/integration/refresh-now", "", "Origin", "https://evil.example")
                            .status())
                    .isIn(401, 403);
        }
    }
}
