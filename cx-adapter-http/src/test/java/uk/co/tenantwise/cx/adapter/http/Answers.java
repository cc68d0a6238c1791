package uk.co.tenantwise.cx.adapter.http;

import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;

/** Answers that a Cx, or something in front of it, may give. */
final class Answers {
    private static final String LOG_IN_PAGE =
            "\r\n<!DOCTYPE html><html><body><form action=\"/Account/Login\">Please log in</form></body></html>";

    private Answers() {}

    static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json; charset=utf-8")
                .body(body)
                .build();
    }

    static MockResponse ok(String body) {
        return json(200, body);
    }

    static MockResponse token(String token) {
        return ok("{\"Token\":\"" + token + "\"}");
    }

    static MockResponse html(int status) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "text/html; charset=utf-8")
                .body(LOG_IN_PAGE)
                .build();
    }

    static MockResponse empty(int status) {
        return new MockResponse.Builder().code(status).build();
    }

    static MockResponse redirect(int status, String location) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Location", location)
                .body("<html><body>Moved</body></html>")
                .build();
    }

    /** The connection ends instead of an answer. */
    static MockResponse hangUp() {
        return new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    /** Nothing ever comes. */
    static MockResponse silence() {
        return new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build();
    }
}
