package uk.co.tenantwise.cx.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.co.tenantwise.cx.simulator.Endpoint;
import uk.co.tenantwise.cx.simulator.Fault;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettingsApiTest {
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

    private JsonNode settings() {
        return app.get(Tokens.ADMIN, "/integration").is(200);
    }

    private static List<String> fields(JsonNode problem) {
        List<String> fields = new ArrayList<>();
        problem.path("errors").forEach(error -> {
            assertThat(error.path("message").asText()).isNotBlank();
            fields.add(error.path("field").asText());
        });
        return fields;
    }

    @Nested
    class Get {
        @Test
        void get_shouldAnswerEverySetting_whenConnected() {
            Answer answer = app.get(Tokens.ADMIN, "/integration");
            JsonNode json = answer.is(200);
            assertThat(json.fieldNames())
                    .toIterable()
                    .containsExactly("connection", "company", "repairs", "refresh", "status", "version");
            assertThat(json.path("connection").toString())
                    .isEqualTo("{\"enabled\":true,\"apiUrl\":\"" + app.cx.baseUrl()
                            + "\",\"username\":\"api.user\",\"passwordSet\":true}");
            assertThat(json.path("company").toString())
                    .isEqualTo("{\"id\":\"1\",\"code\":\"ACME\",\"name\":\"Acme Homes\"}");
            assertThat(json.path("repairs").toString())
                    .isEqualTo("{\"startDate\":null,\"cancellation\":{\"enabled\":true,\"noticeDays\":0,"
                            + "\"noticeUnit\":\"CALENDAR_DAYS\",\"cutOff\":\"00:00\","
                            + "\"bankHolidays\":\"ENGLAND_AND_WALES\",\"cancelStatusCode\":\"CANX\","
                            + "\"cancelReasonCode\":\"TENANT\",\"contactLine\":\"Call us on 01632 960100.\"}}");
            assertThat(json.path("refresh").toString()).isEqualTo("{\"repairsMinutes\":15,\"customerMinutes\":15}");
            assertThat(json.path("status").asText()).isEqualTo("READY");
            assertThat(answer.header("ETag"))
                    .isEqualTo("\"" + json.path("version").asLong() + "\"");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        }

        @Test
        void get_shouldAnswerTheDefaults_whenNothingWasSaved(@TempDir Path data) {
            try (Running other = Running.start(data)) {
                Answer answer = other.get(Tokens.ADMIN, "/integration");
                assertThat(answer.body())
                        .isEqualTo("{\"connection\":{\"enabled\":false,\"apiUrl\":\"\",\"username\":\"\","
                                + "\"passwordSet\":false},\"company\":null,\"repairs\":{\"startDate\":null,"
                                + "\"cancellation\":{\"enabled\":true,\"noticeDays\":0,"
                                + "\"noticeUnit\":\"CALENDAR_DAYS\",\"cutOff\":\"00:00\","
                                + "\"bankHolidays\":\"ENGLAND_AND_WALES\",\"cancelStatusCode\":\"\","
                                + "\"cancelReasonCode\":\"\",\"contactLine\":\"\"}},"
                                + "\"refresh\":{\"repairsMinutes\":15,\"customerMinutes\":15},"
                                + "\"status\":\"DISABLED\",\"version\":0}");
                assertThat(answer.header("ETag")).isEqualTo("\"0\"");
                other.get(Tokens.ADMIN, "/integration/companies").isProblem(409, "INTEGRATION_INCOMPLETE");
            }
        }
    }

    @Nested
    class PutConnection {
        @Test
        void put_shouldKeepThePassword_whenItIsLeftOutOrEmptyOrSentBackAsItWasShown() {
            String kept =
                    "{\"enabled\": true, \"apiUrl\": \"" + app.cx.baseUrl() + "/\", \"username\": \"api.user\"%s}";
            app.put("connection", kept.formatted("")).is(200);
            app.put("connection", kept.formatted(", \"password\": \"\"")).is(200);
            app.put("connection", kept.formatted(", \"passwordSet\": true")).is(200);
            app.get(Tokens.ADMIN, "/integration/companies").is(200);
        }

        @Test
        void put_shouldReportEveryField_whenTypesAreWrongAndOthersMissing() {
            JsonNode problem = app.put("connection", "{\"enabled\": \"yes\", \"username\": 7, \"role\": \"admin\"}")
                    .isProblem(400, "INVALID_INPUT");
            assertThat(fields(problem)).containsExactlyInAnyOrder("enabled", "username", "role", "apiUrl");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://user:secret@cx.example",
                    "https://cx.example/path",
                    "https://cx.example?x=1",
                    "https://cx.example#x",
                    "ftp://cx.example",
                    "cx.example",
                    "https://2130706433"
                })
        void put_shouldRefuseTheUrl_whenItIsMoreOrLessThanABaseUrl(String url) {
            JsonNode problem = app.put(
                            "connection",
                            "{\"enabled\": true, \"apiUrl\": \"" + url
                                    + "\", \"username\": \"u\", \"password\": \"p\"}")
                    .isProblem(400, "INVALID_INPUT");
            assertThat(fields(problem)).containsExactly("apiUrl");
        }

        @Test
        void put_shouldAskForThePassword_whenTheHostChanges() {
            JsonNode problem = app.put(
                            "connection",
                            "{\"enabled\": true, \"apiUrl\": \"http://localhost:" + app.cx.port()
                                    + "\", \"username\": \"api.user\"}")
                    .isProblem(400, "INVALID_INPUT");
            assertThat(fields(problem)).containsExactly("password");
        }
    }

    @Nested
    class PutCompany {
        @Test
        void put_shouldSelect_whenCxListsIt() {
            JsonNode json = app.put("company", "{\"companyId\": \"2\"}").is(200);
            assertThat(json.path("company").path("name").asText()).isEqualTo("Beta Homes");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{\"companyId\": \"77\"}", "{}", "{\"companyId\": 1}", "{\"companyId\": null}"})
        void put_shouldRefuse_whenItIsNoListedCompany(String body) {
            JsonNode problem = app.put("company", body).isProblem(400, "INVALID_INPUT");
            assertThat(fields(problem)).containsExactly("companyId");
        }

        @Test
        void put_shouldSayWhatFailed_whenTheListCannotBeRead() {
            app.cx.faults().always(Endpoint.COMPANIES, Fault.edgeForbidden());
            JsonNode problem =
                    app.put("company", "{\"companyId\": \"2\"}").isProblem(503, "CX_ADDRESS_NOT_WHITELISTED");
            assertThat(problem.path("remedy").asText()).contains("192.0.2.10, 192.0.2.11");
        }
    }

    @Nested
    class PutRepairs {
        @Test
        void put_shouldClearTheStartDate_whenItIsLeftOut() {
            app.put("repairs", Running.repairs("2026-04-01")).is(200);
            JsonNode json = app.put(
                            "repairs", Running.repairs("2026-04-01").replace("\"startDate\": \"2026-04-01\",", ""))
                    .is(200);
            assertThat(json.path("repairs").path("startDate").isNull()).isTrue();
        }

        @ParameterizedTest
        @CsvSource({
            "'\"noticeDays\": 0','\"noticeDays\": 1.0',cancellation.noticeDays",
            "'\"noticeDays\": 0','\"noticeDays\": -1',cancellation.noticeDays",
            "'\"noticeDays\": 0','\"noticeDays\": 366',cancellation.noticeDays",
            "'\"noticeDays\": 0','\"noticeDays\": 99999999999999999999',cancellation.noticeDays",
            "'\"noticeDays\": 0','\"noticeDays\": \"3\"',cancellation.noticeDays",
            "'\"noticeDays\": 0,','',cancellation.noticeDays",
            "'\"enabled\": true','\"enabled\": 1',cancellation.enabled",
            "CALENDAR_DAYS,WEEKS,cancellation.noticeUnit",
            "00:00,24:00,cancellation.cutOff",
            "00:00,9:00,cancellation.cutOff",
            "ENGLAND_AND_WALES,FRANCE,cancellation.bankHolidays",
            "2026-04-01,2026-02-30,startDate",
            "'\"contactLine\"','\"hotline\": \"x\", \"contactLine\"',cancellation.hotline",
            "'\"contactLine\": \"Call us on 01632 960100.\"','\"contactLine\": []',cancellation.contactLine"
        })
        void put_shouldNameTheField_whenOneIsWrong(String good, String bad, String field) {
            String body = Running.repairs("2026-04-01");
            assertThat(body).contains(good);
            JsonNode problem = app.put("repairs", body.replace(good, bad)).isProblem(400, "INVALID_INPUT");
            assertThat(fields(problem)).containsExactly(field);
            assertThat(settings().path("repairs").path("startDate").isNull()).isTrue();
        }
    }

    @Nested
    class PutRefresh {
        @ParameterizedTest
        @ValueSource(strings = {"0", "1441", "15.5", "true", "null"})
        void put_shouldRefuse_whenMinutesAreOutOfRange(String minutes) {
            JsonNode problem = app.put("refresh", "{\"repairsMinutes\": " + minutes + ", \"customerMinutes\": 1440}")
                    .isProblem(400, "INVALID_INPUT");
            assertThat(fields(problem)).containsExactly("repairsMinutes");
        }
    }

    @Nested
    class IfMatch {
        private static final String BODY = "{\"repairsMinutes\": 20, \"customerMinutes\": 20}";

        private Answer put(String ifMatch) {
            return app.send(
                    Tokens.ADMIN,
                    "PUT",
                    "/integration/refresh",
                    BODY,
                    "Content-Type",
                    "application/json",
                    "If-Match",
                    ifMatch);
        }

        @Test
        void put_shouldSave_whenTheTagIsCurrentOrAnyOrInAList() {
            String tag = app.get(Tokens.ADMIN, "/integration").header("ETag");
            assertThat(put(tag).header("ETag")).isNotEqualTo(tag);
            put("*").is(200);
            put("\"other\" , " + app.get(Tokens.ADMIN, "/integration").header("ETag"))
                    .is(200);
        }

        @Test
        void put_shouldRefuseAndChangeNothing_whenTheTagIsStaleOrWeak() {
            String tag = app.get(Tokens.ADMIN, "/integration").header("ETag");
            put("\"0\"").isProblem(412, "VERSION_OUTDATED");
            put("W/" + tag).isProblem(412, "VERSION_OUTDATED");
            assertThat(app.get(Tokens.ADMIN, "/integration").header("ETag")).isEqualTo(tag);
        }

        @ParameterizedTest
        @ValueSource(strings = {"7", "\"7", "\"7\" \"8\"", ",", "\"7\";"})
        void put_shouldRefuse_whenTheHeaderIsMalformed(String header) {
            put(header).isProblem(400, "INVALID_INPUT");
        }
    }

    @Nested
    class CompaniesAndTest {
        @Test
        void companies_shouldListThemLive() {
            assertThat(app.get(Tokens.ADMIN, "/integration/companies").is(200))
                    .extracting(JsonNode::toString)
                    .containsExactlyInAnyOrder(
                            "{\"id\":\"1\",\"code\":\"ACME\",\"name\":\"Acme Homes\"}",
                            "{\"id\":\"2\",\"code\":\"BETA\",\"name\":\"Beta Homes\"}");
            assertThat(app.cx.requests().count(Endpoint.COMPANIES)).isEqualTo(1);
        }

        @Test
        void companies_shouldNameStepRemedyAndAddresses_whenCredentialsAreRejected() {
            app.cx.site().changeUser(SampleSite.USER, user -> user.withPassword("changed"));
            app.cx.expireTokens();
            Answer answer = app.get(Tokens.ADMIN, "/integration/companies");
            JsonNode problem = answer.isProblem(503, "CX_CREDENTIALS_REJECTED");
            assertThat(problem.path("step").asText()).isEqualTo("CREDENTIALS");
            assertThat(problem.path("remedy").asText()).isNotBlank();
            assertThat(problem.path("addresses").toString()).isEqualTo("[\"192.0.2.10\",\"192.0.2.11\"]");
            assertThat(answer.header("Retry-After")).isEqualTo("30");
        }

        @Test
        void test_shouldPassEveryStep_whenAllIsWell() {
            JsonNode report = app.post(Tokens.ADMIN, "/integration/test", "").is(200);
            assertThat(report.path("passed").asBoolean()).isTrue();
            assertThat(report.path("steps")).hasSize(9).allSatisfy(step -> {
                assertThat(step.fieldNames())
                        .toIterable()
                        .containsExactly("step", "result", "millis", "cause", "remedy");
                assertThat(step.path("result").asText()).isEqualTo("PASS");
            });
        }

        @Test
        void test_shouldStopAtTheFailingStep_whenThePasswordIsWrong() {
            app.cx.site().changeUser(SampleSite.USER, user -> user.withPassword("changed"));
            JsonNode report = app.post(Tokens.ADMIN, "/integration/test", "{}").is(200);
            assertThat(report.path("passed").asBoolean()).isFalse();
            List<String> results = new ArrayList<>();
            report.path("steps")
                    .forEach(step -> results.add(step.path("step").asText() + " "
                            + step.path("result").asText()));
            assertThat(results).contains("CX_ANSWERS PASS", "CREDENTIALS FAIL", "API_PERMISSION NOT_REACHED");
        }
    }

    @Nested
    class History {
        @Test
        void history_shouldPageBackwards_andNeverHoldThePassword() {
            app.put("refresh", "{\"repairsMinutes\": 30, \"customerMinutes\": 15}")
                    .is(200);
            app.put("refresh", "{\"repairsMinutes\": 40, \"customerMinutes\": 15}")
                    .is(200);
            JsonNode first =
                    app.get(Tokens.ADMIN, "/integration/history?limit=1").is(200);
            assertThat(first.path("items")).hasSize(1);
            JsonNode item = first.path("items").get(0);
            assertThat(item.path("id").asLong())
                    .isEqualTo(settings().path("version").asLong());
            assertThat(item.path("actor").asText()).isEqualTo("alex.admin");
            assertThat(item.path("at").asText()).isEqualTo("2026-12-01T12:00:00Z");
            assertThat(item.path("changes").toString())
                    .isEqualTo("[{\"field\":\"refresh.repairsMinutes\",\"before\":\"30\",\"after\":\"40\"}]");
            String next = first.path("next").asText();
            assertThat(next).startsWith("/api/v1/integration/history?limit=1&before=");
            JsonNode second =
                    app.get(Tokens.ADMIN, next.substring("/api/v1".length())).is(200);
            assertThat(second.path("items").get(0).path("changes").toString())
                    .isEqualTo("[{\"field\":\"refresh.repairsMinutes\",\"before\":\"15\",\"after\":\"30\"}]");
        }

        @Test
        void history_shouldEndWithoutNext() {
            JsonNode all = app.get(Tokens.ADMIN, "/integration/history?limit=1&before=2")
                    .is(200);
            assertThat(all.path("items")).hasSize(1);
            assertThat(all.path("next").isNull()).isTrue();
            assertThat(all.toString())
                    .contains("\"field\":\"connection.password\"")
                    .doesNotContain(Running.CX_PASSWORD);
        }

        @ParameterizedTest
        @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "before=-1", "before=1.5", "limit=1&limit=2"})
        void history_shouldRefuse_whenAParameterIsWrong(String query) {
            app.get(Tokens.ADMIN, "/integration/history?" + query).isProblem(400, "INVALID_INPUT");
        }
    }

    @Nested
    class AddressesAndRefreshNow {
        @Test
        void addresses_shouldBeThoseOfTheEnvironment() {
            assertThat(app.get(Tokens.ADMIN, "/integration/addresses").body())
                    .isEqualTo("{\"addresses\":[\"192.0.2.10\",\"192.0.2.11\"]}");
        }

        @Test
        void refreshNow_shouldDropOneOrAll() {
            app.get(Tokens.PORTAL, "/customers/C-1001/repairs").is(200);
            app.get(Tokens.PORTAL, "/customers/C-2002/repairs").is(200);
            assertThat(app.post(Tokens.ADMIN, "/integration/refresh-now", "{\"customer\": \"C-1001\"}")
                            .body())
                    .isEqualTo("{\"dropped\":1}");
            assertThat(app.post(Tokens.ADMIN, "/integration/refresh-now", "").body())
                    .isEqualTo("{\"dropped\":1}");
            app.post(Tokens.ADMIN, "/integration/refresh-now", "{\"customer\": \"\"}")
                    .isProblem(400, "INVALID_INPUT");
        }
    }
}
