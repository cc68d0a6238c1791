package uk.co.tenantwise.cx.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;

/** What the service answered. */
record Answer(int status, HttpHeaders headers, String body) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    JsonNode json() {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + body, e);
        }
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Asserts the status, and reads the body. */
    JsonNode is(int expected) {
        assertThat(status).as(body).isEqualTo(expected);
        return json();
    }

    /** Asserts that this is a problem as the API promises them. */
    JsonNode isProblem(int expected, String code) {
        assertThat(status).as(body).isEqualTo(expected);
        assertThat(header("Content-Type")).isEqualTo("application/problem+json");
        JsonNode problem = json();
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(expected);
        assertThat(problem.path("type").asText()).startsWith("urn:tenantwise:cx:problem:");
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).isNotBlank();
        return problem;
    }
}
