package uk.co.tenantwise.cx.reliability.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What a node has answered.
 *
 * @param status the HTTP status
 * @param body the text of the answer
 */
public record Reply(int status, String body) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** This reply. @throws AssertionError when its status is another one */
    public Reply is(int expected) {
        if (status != expected) {
            throw new AssertionError("expected " + expected + ", was " + this);
        }
        return this;
    }

    /** The body as JSON. */
    public JsonNode json() {
        try {
            return MAPPER.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + body, e);
        }
    }

    /** A text of the body, empty when there is none. */
    public String text(String field) {
        return json().path(field).asText();
    }
}
