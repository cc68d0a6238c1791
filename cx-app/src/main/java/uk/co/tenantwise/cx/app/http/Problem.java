package uk.co.tenantwise.cx.app.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.settings.FieldProblem;

/**
 * What is wrong, as RFC 9457 wants it said. The detail is ours, never that of a parser, a library or an exception.
 *
 * @param status the HTTP status
 * @param code stable, in upper case
 * @param title what kind of problem it is
 * @param detail what happened here and what to do
 * @param errors one for each field that is wrong, or empty
 * @param more further members of the body, in their order; an empty Optional becomes null
 * @param headers further headers of the answer
 */
public record Problem(
        int status,
        String code,
        String title,
        String detail,
        List<FieldProblem> errors,
        Map<String, Object> more,
        Map<String, String> headers) {
    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Copies the collections, keeping their order. */
    public Problem {
        errors = List.copyOf(errors);
        more = new LinkedHashMap<>(more);
        headers = new LinkedHashMap<>(headers);
    }

    /** A problem with nothing more to it. */
    public static Problem of(int status, String code, String title, String detail) {
        return new Problem(status, code, title, detail, List.of(), Map.of(), Map.of());
    }

    /** The same with one more member; an empty Optional is written as null. */
    public Problem with(String member, Object value) {
        Map<String, Object> added = new LinkedHashMap<>(more);
        added.put(member, value);
        return new Problem(status, code, title, detail, errors, added, headers);
    }

    /** The same with fields that are wrong. */
    public Problem withErrors(List<FieldProblem> wrong) {
        return new Problem(status, code, title, detail, wrong, more, headers);
    }

    /** The same with one more header. */
    public Problem withHeader(String name, String value) {
        Map<String, String> added = new LinkedHashMap<>(headers);
        added.put(name, value);
        return new Problem(status, code, title, detail, errors, more, added);
    }

    /** The body, ready to be written. */
    public Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:tenantwise:cx:problem:" + code.toLowerCase(Locale.ROOT));
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        body.put("code", code);
        if (!errors.isEmpty()) {
            List<Map<String, Object>> wrong = new ArrayList<>();
            errors.forEach(error -> {
                Map<String, Object> each = new LinkedHashMap<>();
                each.put("field", error.field());
                each.put("message", error.message());
                wrong.add(each);
            });
            body.put("errors", wrong);
        }
        more.forEach((member, value) ->
                body.put(member, value instanceof Optional<?> maybe ? maybe.orElse(null) : value));
        return body;
    }

    /** The answer. */
    public MutableHttpResponse<Map<String, Object>> toResponse() {
        return writeTo(HttpResponse.status(status, title));
    }

    /** Puts status, headers and body onto an answer that somebody else has begun. */
    @SuppressWarnings("unchecked")
    public MutableHttpResponse<Map<String, Object>> writeTo(MutableHttpResponse<?> response) {
        headers.forEach((name, value) -> response.getHeaders().set(name, value));
        MutableHttpResponse<Map<String, Object>> answer = (MutableHttpResponse<Map<String, Object>>) response;
        return answer.status(status, title).body(body()).contentType(MediaType.of(MEDIA_TYPE));
    }
}
