package uk.co.tenantwise.cx.app.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.util.List;
import java.util.Optional;
import uk.co.tenantwise.cx.app.json.JsonFields;
import uk.co.tenantwise.cx.domain.settings.FieldProblem;

/** Reads the bodies of requests. */
final class Bodies {
    private Bodies() {}

    /** A body that must be there. @throws ProblemException when it is missing, not JSON, or no object */
    static JsonFields required(HttpRequest<?> request, Optional<RawBody> body) {
        return body.filter(raw -> raw.bytes().length > 0)
                .map(raw -> read(request, raw.bytes()))
                .orElseThrow(
                        () -> new ProblemException(Problems.invalidBody("Send a JSON object; the body was empty.")));
    }

    /** A body that may be left out. @throws ProblemException when it is there but not JSON, or no object */
    static JsonFields optional(HttpRequest<?> request, Optional<RawBody> body) {
        return body.filter(raw -> raw.bytes().length > 0)
                .map(raw -> read(request, raw.bytes()))
                .orElseGet(JsonFields::none);
    }

    /** Ends the request when a field is wrong. @throws ProblemException naming every such field */
    static void check(JsonFields fields) {
        List<FieldProblem> problems = fields.problems();
        if (!problems.isEmpty()) {
            throw new ProblemException(Problems.invalidInput(problems));
        }
    }

    private static JsonFields read(HttpRequest<?> request, byte[] body) {
        boolean json = request.getContentType()
                .map(MediaType::getName)
                .filter(Bodies::isJson)
                .isPresent();
        if (!json) {
            throw new ProblemException(Problems.unsupportedMediaType());
        }
        return JsonFields.read(body)
                .orElseThrow(() -> new ProblemException(Problems.invalidBody(
                        "Send one well-formed JSON object in UTF-8 that names every field once.")));
    }

    private static boolean isJson(String mediaType) {
        return mediaType.equalsIgnoreCase(MediaType.APPLICATION_JSON);
    }
}
