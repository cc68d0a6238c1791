package uk.co.tenantwise.cx.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.co.tenantwise.cx.benchmarks.soak.Exchange.Action;
import uk.co.tenantwise.cx.reliability.harness.Reply;

class AnswerRulesTest {
    private static final Instant SENT = Instant.parse("2026-12-01T10:00:00Z");
    private static final Tenant TENANT =
            new Tenant("T-1", new Canary("cnry0001x0000000a"), Set.of("WO-1"), Set.of("V-1"), List.of());

    private final AnswerRules rules = new AnswerRules(Duration.ofMinutes(1), Duration.ofSeconds(90));

    @Nested
    class Lists {
        @ParameterizedTest
        @CsvSource({"LIVE, 0", "CACHE, 0", "CACHE, 59", "STALE, 61", "STALE, 90"})
        void check_shouldAccept_whenTheListIsWholeAndSaysItsAge(String source, int age) {
            assertThat(read(200, list(source, age))).isEmpty();
        }

        @Test
        void check_shouldFindAnotherCustomersCanary() {
            assertThat(read(
                            200,
                            list("LIVE", 0).replace("\"WO-1\", ", "\"WO-1\", \"status\": \"cnry0002x0000000b\", ")))
                    .singleElement()
                    .asString()
                    .startsWith("another customer's data, cnry0002x0000000b");
        }

        @Test
        void check_shouldFindACanaryInAProblemToo() {
            assertThat(read(503, "{\"code\": \"CX_BUSY\", \"detail\": \"cnry0002x0000000b\"}"))
                    .hasSize(1);
        }

        @Test
        void check_shouldFindAListOfSomebodyElse() {
            assertFinds("a list of somebody else", list("LIVE", 0).replace("\"T-1\"", "\"T-2\""));
        }

        @Test
        void check_shouldFindWhatIsMissing() {
            assertFinds("not the customer's repairs", list("LIVE", 0).replace("\"reference\"", "\"ref\""));
            assertFinds("not the customer's visits", list("LIVE", 0).replace("{\"id\": \"V-1\"}", ""));
        }

        @Test
        void check_shouldFindWhatIsTooMuch() {
            assertFinds("not the customer's visits", list("LIVE", 0).replace("{\"id\"", "{\"id\": \"V-2\"}, {\"id\""));
        }

        @Test
        void check_shouldFindOldDataWithoutALabel() {
            assertFinds("older than the refresh time without a label", list("CACHE", 60));
        }

        @Test
        void check_shouldFindDataThatAreStalerThanAllowed() {
            assertFinds("staler than allowed", list("STALE", 91));
        }

        @Test
        void check_shouldFindAWrongAge() {
            assertFinds("a wrong age", list("STALE", 70).replace("\"ageSeconds\": 70", "\"ageSeconds\": 7"));
        }

        @Test
        void check_shouldFindAMissingOrNeedlessLabel() {
            assertThat(read(200, list("STALE", 70).replace("\"stale\"", "\"other\"")))
                    .anyMatch(wrong -> wrong.startsWith("stale without its label"));
            assertFinds("stale without its label", list("STALE", 50).replace("STALE", "CACHE"));
        }

        @Test
        void check_shouldFindASignInFromTheCache() {
            assertThat(check(Action.SIGN_IN, 200, list("CACHE", 5)))
                    .singleElement()
                    .asString()
                    .startsWith("a sign-in from the cache");
        }

        private void assertFinds(String what, String list) {
            assertThat(read(200, list)).singleElement().asString().startsWith(what);
        }
    }

    @Nested
    class Statuses {
        @ParameterizedTest
        @CsvSource({"CX_BUSY", "CX_TIMED_OUT", "STORE_UNAVAILABLE"})
        void check_shouldAccept_whenTheServiceSaysWhyItCannotAnswer(String code) {
            assertThat(read(503, "{\"code\": \"%s\"}".formatted(code))).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"500, INTERNAL", "404, NOT_FOUND", "429, TOO_MANY_ATTEMPTS", "401, UNAUTHENTICATED"})
        void check_shouldFindAnUnexpectedStatus(int status, String code) {
            assertThat(read(status, "{\"code\": \"%s\"}".formatted(code)))
                    .singleElement()
                    .asString()
                    .startsWith("an unexpected status");
        }

        @Test
        void check_shouldFindAnUnexpectedCode() {
            assertThat(read(503, "{\"code\": \"INTEGRATION_DISABLED\"}"))
                    .singleElement()
                    .asString()
                    .startsWith("an unexpected code");
        }

        @Test
        void check_shouldFindWhatIsNoJson() {
            assertThat(read(200, "<html>")).singleElement().asString().startsWith("not JSON");
        }
    }

    @Nested
    class Outcomes {
        @ParameterizedTest
        @CsvSource({"200, CANCELLED", "200, ALREADY_CANCELLED", "202, UNKNOWN", "409, REFUSED"})
        void check_shouldAccept_whenOutcomeAndStatusAgree(int status, String outcome) {
            assertThat(check(Action.CANCEL, status, outcome(outcome))).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"200, UNKNOWN", "200, REFUSED", "202, CANCELLED", "409, CANCELLED"})
        void check_shouldFindAnOutcomeThatDoesNotGoWithItsStatus(int status, String outcome) {
            assertThat(check(Action.CANCEL, status, outcome(outcome)))
                    .singleElement()
                    .asString()
                    .startsWith("an outcome that does not go with its status");
        }

        @Test
        void check_shouldFindARefusalForAnotherReason() {
            assertThat(check(Action.CANCEL, 409, outcome("REFUSED").replace("WORK_STARTED", "NOTICE_TOO_SHORT")))
                    .hasSize(1);
        }

        @Test
        void check_shouldFindAnOutcomeWithoutItsAttempt() {
            assertThat(check(Action.CANCEL, 200, "{\"outcome\": \"CANCELLED\"}"))
                    .singleElement()
                    .asString()
                    .startsWith("an outcome without the id");
        }

        @Test
        void check_shouldFindAnUnknownOutcome_whenItIsLookedUp() {
            assertThat(check(Action.LOOK_UP, 200, outcome("LOST"))).hasSize(1);
            assertThat(check(Action.LOOK_UP, 404, "{\"code\": \"NOT_FOUND\"}")).hasSize(1);
        }

        private static String outcome(String outcome) {
            return "{\"id\": \"a\", \"code\": \"WORK_STARTED\", \"outcome\": \"%s\"}".formatted(outcome);
        }
    }

    private static String list(String source, int age) {
        String stale = source.equals("STALE") ? ", \"stale\": {\"ageSeconds\": %d}".formatted(age) : "";
        return """
            {"customer": "T-1", "retrievedAt": "%s", "source": "%s"%s,
             "repairs": [{"reference": "WO-1", "description": "cnry0001x0000000a",
                          "appointments": [{"id": "V-1"}]}], "appointments": []}\
            """.formatted(SENT.minusSeconds(age), source, stale);
    }

    private List<String> read(int status, String body) {
        return check(Action.READ, status, body);
    }

    private List<String> check(Action action, int status, String body) {
        return rules.check(new Exchange(action, TENANT, SENT, SENT.plusMillis(20), new Reply(status, body)));
    }
}
