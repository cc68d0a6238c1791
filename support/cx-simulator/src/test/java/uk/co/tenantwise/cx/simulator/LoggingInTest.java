package uk.co.tenantwise.cx.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LoggingInTest extends SimulatorTest {

    @Nested
    class LogIn {

        @Test
        void logIn_shouldIssueToken_whenCredentialsMatch() throws Exception {
            HttpResponse<String> response = caller.logIn("API", "secret");

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(Caller.json(response).path("Token").asText()).hasSizeGreaterThan(20);
            assertThat(Caller.json(response).path("ExpiresAt").asText()).isEqualTo("2026-12-04T12:30:00");
            assertThat(simulator.requests().tokensIssued()).isEqualTo(1);
            assertThat(simulator.liveTokens()).isEqualTo(2);
        }

        @Test
        void logIn_shouldNameNoExpiry_whenTokensLiveUntilRefused() throws Exception {
            site().loginRules(LoginRules.USUAL.tokensWithoutExpiry());

            HttpResponse<String> response = caller.logIn("api", "secret");

            assertThat(Caller.json(response).has("ExpiresAt")).isFalse();
            clock.advance(Duration.ofDays(900));
            assertThat(caller.loggedIn("api", "secret").get(COMPANIES).statusCode())
                    .isEqualTo(200);
        }

        @Test
        void logIn_shouldBeRejected_whenPasswordIsWrong() throws Exception {
            assertMessage(caller.logIn("api", "Secret"), 401);
            assertMessage(caller.logIn("nobody", "secret"), 401);
            assertThat(simulator.requests().loginsRejected()).isEqualTo(2);
            assertThat(simulator.requests().tokensIssued()).isZero();
        }

        @Test
        void logIn_shouldLockUser_whenRejectedTooOften() throws Exception {
            site().loginRules(LoginRules.USUAL.lockingAfter(3));
            for (int i = 0; i < 2; i++) {
                caller.logIn("api", "wrong");
            }
            assertThat(site().user("api").orElseThrow().locked()).isFalse();

            caller.logIn("api", "wrong");

            assertThat(site().user("api").orElseThrow().locked()).isTrue();
            assertMessage(caller.logIn("api", "secret"), 401);
            assertMessage(caller.get(COMPANIES), 401);
            site().changeUser("api", user -> user.withLocked(false));
            assertThat(caller.logIn("api", "secret").statusCode()).isEqualTo(200);
        }

        @Test
        void logIn_shouldForgetRejections_whenAccepted() throws Exception {
            site().loginRules(LoginRules.USUAL.lockingAfter(2));
            for (int i = 0; i < 4; i++) {
                caller.logIn("api", "wrong");
                assertThat(caller.logIn("api", "secret").statusCode()).isEqualTo(200);
            }
        }

        @Test
        void logIn_shouldBeRejected_whenTooManyTokensLive() throws Exception {
            site().loginRules(LoginRules.USUAL.allowing(2));
            assertThat(caller.logIn("api", "secret").statusCode()).isEqualTo(200);

            assertMessage(caller.logIn("api", "secret"), 401);

            clock.advance(Duration.ofMinutes(30));
            assertThat(caller.logIn("api", "secret").statusCode()).isEqualTo(200);
        }

        @Test
        void logIn_shouldBeRejected_whenPasswordHasExpired() throws Exception {
            site().changeUser("api", CxUser::withPasswordExpired);

            assertMessage(caller.logIn("api", "secret"), 401);

            site().changeUser("api", user -> user.withPassword("newer"));
            assertThat(caller.logIn("api", "newer").statusCode()).isEqualTo(200);
        }

        @Test
        void logIn_shouldBeForbidden_whenUserHasNoApiPermission() throws Exception {
            site().changeUser("api", CxUser::withoutApiPermission);

            assertMessage(caller.logIn("api", "secret"), 403);
            assertMessage(caller.get(COMPANIES), 403);
        }

        @Test
        void logIn_shouldAskForBothFields_whenOneIsMissing() throws Exception {
            assertMessage(caller.post("/api/token", "{\"UserName\":\"api\"}"), 400);
            assertMessage(caller.post("/api/token", "{\"UserName\":\"api\",\"Password\":7}"), 400);
            assertMessage(caller.post("/api/token", "not json"), 400);
            assertMessage(caller.send("POST", "/api/token", "text/plain", "{}"), 415);
        }
    }

    @Nested
    class UseToken {

        @Test
        void call_shouldBeRefused_whenTokenIsMissingOrInvented() throws Exception {
            assertMessage(caller.with(null).get(COMPANIES), 401);
            assertMessage(caller.with("invented").get(COMPANIES), 401);
        }

        @Test
        void call_shouldBeRefused_fromTheInstantOfExpiry() throws Exception {
            clock.advance(Duration.ofMinutes(30).minusNanos(1));
            assertThat(caller.get(COMPANIES).statusCode()).isEqualTo(200);

            clock.advance(Duration.ofNanos(1));

            assertMessage(caller.get(COMPANIES), 401);
        }

        @Test
        void call_shouldBeRefused_whenTokensAreRevokedOrUserIsGone() throws Exception {
            simulator.expireTokens();
            assertMessage(caller.get(COMPANIES), 401);
            assertThat(simulator.liveTokens()).isZero();

            caller.loggedIn("api", "secret");
            assertThat(caller.get(COMPANIES).statusCode()).isEqualTo(200);
            site().removeUser("api");
            assertMessage(caller.get(COMPANIES), 401);
        }

        @Test
        void refusal_shouldBeRedirect_whenSiteRedirectsToLogin() throws Exception {
            site().style(SiteStyle.USUAL.with(SiteStyle.TokenRefusals.REDIRECT_302));

            HttpResponse<String> response = caller.with(null).get(COMPANIES);

            assertThat(response.statusCode()).isEqualTo(302);
            assertThat(response.headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).startsWith("/Account/Login"));
            assertThat(caller.get("/Account/Login").body()).contains("<form");
        }

        @Test
        void refusal_shouldBeLoginPage_whenSiteAnswersHtml() throws Exception {
            site().style(SiteStyle.USUAL.with(SiteStyle.TokenRefusals.LOGIN_PAGE_200));

            assertLoginPage(caller.with(null).get(COMPANIES));
        }
    }

    static void assertLoginPage(HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(response.body()).contains("name=\"Password\"");
    }
}
