package uk.co.tenantwise.cx.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One answer before it goes to the wire.
 *
 * @param status the HTTP status
 * @param headers the headers, Content-Type among them
 * @param body the body
 */
record Reply(int status, Map<String, String> headers, String body) {

    static final String JSON = "application/json; charset=utf-8";
    static final String HTML = "text/html; charset=utf-8";
    private static final String CONTENT_TYPE = "Content-Type";

    static Reply of(int status, String contentType, String body) {
        return new Reply(status, Map.of(CONTENT_TYPE, contentType), body);
    }

    static Reply json(int status, JsonNode body) {
        return of(status, JSON, body.toString());
    }

    /** A JSON error as Cx writes it, {@code {"Message": …}}. */
    static Reply message(int status, String message) {
        return json(status, Json.MAPPER.createObjectNode().put("Message", message));
    }

    /** The same answer for what does not exist and for what the user may not see. */
    static Reply notFound() {
        return message(404, "Not found");
    }

    static Reply loginPage() {
        return of(200, HTML, Pages.LOGIN);
    }

    static Reply redirectToLogin() {
        return of(302, HTML, Pages.MOVED).header("Location", "/Account/Login?ReturnUrl=%2Fapi");
    }

    Reply header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body);
    }

    Reply contentType(String value) {
        return header(CONTENT_TYPE, value);
    }

    Reply body(String changed) {
        return new Reply(status, headers, changed);
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
