package uk.co.tenantwise.cx.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One request as it was received. Never holds a password or a token: the body is kept for cancellations only, and of the
 * headers only Accept, Accept-Encoding, Content-Type and User-Agent.
 *
 * @param number counts from 1 since the start or the last reset
 * @param at when it arrived, by the simulator's clock
 * @param endpoint the call it was recognised as
 * @param method the HTTP method
 * @param path the raw path, at most 1,024 characters of it
 * @param arguments the decoded values in the path, company first
 * @param query the decoded query parameters
 * @param headers the headers that are kept, with their names in lower case
 * @param body the body of a cancellation, at most 2,048 characters of it, else empty
 * @param status the status answered, 0 while there is no answer or when there never was one
 */
public record ReceivedRequest(
        long number,
        Instant at,
        Endpoint endpoint,
        String method,
        String path,
        List<String> arguments,
        Map<String, String> query,
        Map<String, String> headers,
        String body,
        int status) {

    ReceivedRequest withStatus(int answered) {
        return new ReceivedRequest(number, at, endpoint, method, path, arguments, query, headers, body, answered);
    }
}
