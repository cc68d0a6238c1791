package uk.co.tenantwise.cx.adapter.http;

import io.micronaut.http.HttpMethod;
import java.util.Optional;

/**
 * A request to Cx.
 *
 * @param what what it is about, for messages and logs: it names no customer
 * @param method GET or POST
 * @param target path and query, percent-encoded
 * @param token the token to show, none for the log-in itself
 * @param body the JSON to send
 */
record CxRequest(String what, HttpMethod method, String target, Optional<CxToken> token, Optional<byte[]> body) {
    static CxRequest get(String what, String target) {
        return new CxRequest(what, HttpMethod.GET, target, Optional.empty(), Optional.empty());
    }

    static CxRequest post(String what, String target, byte[] json) {
        return new CxRequest(what, HttpMethod.POST, target, Optional.empty(), Optional.of(json));
    }

    /** Whether Cx may have acted on it: a log-in, which shows no token yet, and a read change nothing that matters. */
    boolean isChange() {
        return method != HttpMethod.GET && token.isPresent();
    }

    CxRequest with(CxToken shown) {
        return new CxRequest(what, method, target, Optional.of(shown), body);
    }

    /** Without target, token and body: they tell of customers or give access. */
    @Override
    public String toString() {
        return "CxRequest[" + method + " " + what + "]";
    }
}
