package uk.co.tenantwise.cx.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProblemsTest {
    private static final String REFRESH = "{\"repairsMinutes\": 15, \"customerMinutes\": 15}";

    private Running app;

    @BeforeAll
    void start(@TempDir Path data) {
        app = Running.start(data);
    }

    @AfterAll
    void stop() {
        app.close();
    }

    private Answer raw(String head) {
        return RawHttp.exchange(app.service().port(), head);
    }

    private static void isProtected(Answer answer) {
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.body()).doesNotContainIgnoringCase("exception").doesNotContain("io.micronaut", "at uk.co");
    }

    @Nested
    class Bodies {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{",
                    "[]",
                    "7",
                    "null",
                    "\"x\"",
                    "{\"repairsMinutes\": 15, \"repairsMinutes\": 16, \"customerMinutes\": 15}",
                    "{\"repairsMinutes\": NaN}",
                    "{\"repairsMinutes\": 15} x",
                    "{'repairsMinutes': 15}",
                    "{\"repairsMinutes\": 015}",
                    "{/* */\"repairsMinutes\": 15}"
                })
        void put_shouldRefuse_whenTheBodyIsNoJsonObject(String body) {
            Answer answer = app.put("refresh", body);
            answer.isProblem(400, "INVALID_BODY");
            isProtected(answer);
        }

        @Test
        void put_shouldRefuse_whenTheBodyIsEmptyDeepOrHoldsAHugeNumber() {
            app.send(Tokens.ADMIN, "PUT", "/integration/refresh", "", "Content-Type", "application/json")
                    .isProblem(400, "INVALID_BODY");
            app.put("refresh", "{\"x\":".repeat(60) + "1" + "}".repeat(60)).isProblem(400, "INVALID_BODY");
            app.put("refresh", "[".repeat(20_000)).isProblem(400, "INVALID_BODY");
            app.put("refresh", "{\"repairsMinutes\": " + "9".repeat(5_000) + "}")
                    .isProblem(400, "INVALID_BODY");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "text/plain",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data; boundary=x",
                    "application/xml"
                })
        void put_shouldRefuse_whenTheBodyIsOfAnotherType(String type) {
            app.send(Tokens.ADMIN, "PUT", "/integration/refresh", REFRESH, "Content-Type", type)
                    .isProblem(415, "UNSUPPORTED_MEDIA_TYPE");
            app.send(Tokens.ADMIN, "PUT", "/integration/refresh", REFRESH).isProblem(415, "UNSUPPORTED_MEDIA_TYPE");
        }

        @Test
        void put_shouldAccept_whenTheTypeHasParametersOrAnotherCase() {
            app.send(
                            Tokens.ADMIN,
                            "PUT",
                            "/integration/refresh",
                            REFRESH,
                            "Content-Type",
                            "Application/JSON; charset=utf-8")
                    .is(200);
        }

        /** Guards against: 500, and a stack trace in the log. */
        @Test
        void put_shouldRefuse_whenTheBodyIsNotCompressedAsItSays() {
            app.send(
                            Tokens.ADMIN,
                            "PUT",
                            "/integration/refresh",
                            REFRESH,
                            "Content-Type",
                            "application/json",
                            "Content-Encoding",
                            "gzip")
                    .isProblem(400, "INVALID_BODY");
        }

        @Test
        void put_shouldRefuse_whenTheBodyIsTooLarge() {
            String large = "{\"x\": \"" + "x".repeat(70_000) + "\"}";
            Answer answer = app.put("refresh", large);
            answer.isProblem(413, "BODY_TOO_LARGE");
            isProtected(answer);
        }
    }

    @Nested
    class Http {
        @ParameterizedTest
        @CsvSource({"GET,/nope", "GET,/integration/nope", "POST,/customers", "GET,/customers/x/y/z"})
        void unknownRoutes_shouldNotBeFound(String method, String path) {
            Answer answer = app.send(Tokens.ADMIN, method, path, "");
            answer.isProblem(404, "NOT_FOUND");
            isProtected(answer);
            app.send("", method, path, "").isProblem(404, "NOT_FOUND");
        }

        @Test
        void otherMethods_shouldBeRefusedNamingTheRightOnes() {
            Answer answer = app.send(Tokens.ADMIN, "DELETE", "/integration", "");
            answer.isProblem(405, "METHOD_NOT_ALLOWED");
            assertThat(answer.header("Allow")).contains("GET");
            isProtected(answer);
        }

        @Test
        void otherMediaTypes_shouldNotBeAcceptable() {
            app.send(Tokens.ADMIN, "GET", "/integration", "", "Accept", "text/html")
                    .isProblem(406, "NOT_ACCEPTABLE");
            app.send(Tokens.ADMIN, "GET", "/integration", "", "Accept", "*/*").is(200);
        }

        @Test
        void longLinesAndHeaders_shouldBeRefused() {
            Answer line = raw("GET /api/v1/" + "x".repeat(5_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
            line.isProblem(414, "URI_TOO_LONG");
            isProtected(line);
            Answer header = raw("GET /health HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(9_000) + "\r\n\r\n");
            header.isProblem(431, "HEADERS_TOO_LARGE");
        }

        @Test
        void garbage_shouldBeRefusedAndTheConnectionClosed() {
            String host = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
            for (String request : List.of(
                    "GET /a|b" + host + "\r\n",
                    "GET /api/v1/customers/%zz/repairs" + host + "\r\n",
                    "POST /health" + host + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                    "POST /health" + host + "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
                    "GET /health" + host + "X y: z\r\n\r\n")) {
                Answer answer = raw(request);
                assertThat(answer.status()).as(request).isIn(400, 405);
                isProtected(answer);
            }
        }

        @Test
        void head_shouldHaveNoBody() {
            Answer answer = raw("HEAD /api/v1/integration HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.body()).isEmpty();
        }
    }
}
