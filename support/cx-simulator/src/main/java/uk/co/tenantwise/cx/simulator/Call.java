package uk.co.tenantwise.cx.simulator;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request as the rules see it, free of HTTP machinery, so that it can be carried out later or twice.
 *
 * @param endpoint the call
 * @param method the HTTP method
 * @param arguments the decoded values in the path
 * @param query the decoded query parameters
 * @param authorization the Authorization header, or null
 * @param body the body, empty when there was none
 * @param fault why the request cannot be understood, or null
 */
record Call(
        Endpoint endpoint,
        String method,
        List<String> arguments,
        Map<String, String> query,
        @Nullable String authorization,
        String body,
        @Nullable Reply fault) {

    String company() {
        return arguments.get(0);
    }

    String reference() {
        return arguments.get(1);
    }
}
