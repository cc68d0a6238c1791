package uk.co.tenantwise.cx.adapter.http;

import io.micronaut.http.HttpMethod;
import java.util.Optional;

/**
 * A request to Cx.
 *
 * @param kind which call it is
 * @param method GET or POST
 * @param target path and query, percent-encoded
 * @param token the token to show, none for the log-in itself
 * @param body the JSON to send
 */
record CxRequest(CxCallKind kind, HttpMethod method, String target, Optional<CxToken> token, Optional<byte[]> body) {
    static CxRequest get(CxCallKind kind, String target) {
        return new CxRequest(kind, HttpMethod.GET, target, Optional.empty(), Optional.empty());
    }

    static CxRequest post(CxCallKind kind, String target, byte[] json) {
        return new CxRequest(kind, HttpMethod.POST, target, Optional.empty(), Optional.of(json));
    }

    /** What it is about, for messages and logs: it names no customer. */
    String what() {
        return kind.what();
    }

    /** Whether Cx may have acted on it: a log-in, which shows no token yet, and a read change nothing that matters. */
    boolean isChange() {
        return method != HttpMethod.GET && token.isPresent();
    }

    CxRequest with(CxToken shown) {
        return new CxRequest(kind, method, target, Optional.of(shown), body);
    }

    /** Without target, token and body: they tell of customers or give access. */
    @Override
    public String toString() {
        return "CxRequest[" + method + " " + what() + "]";
    }
}
