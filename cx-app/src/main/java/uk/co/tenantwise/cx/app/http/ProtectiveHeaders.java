package uk.co.tenantwise.cx.app.http;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;

/** Headers that keep browsers and caches from doing anything with an answer but read it. */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class ProtectiveHeaders implements Ordered {
    /** Outermost, so that what other filters answer has them too. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.order();
    }

    @ResponseFilter
    void add(MutableHttpResponse<?> response) {
        protect(response);
    }

    /** For answers to what is not even a request, which pass no filter. */
    static void protect(MutableHttpResponse<?> response) {
        set(response, "Cache-Control", "no-store");
        set(response, "X-Content-Type-Options", "nosniff");
        set(response, "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        set(response, "Referrer-Policy", "no-referrer");
    }

    private static void set(MutableHttpResponse<?> response, String name, String value) {
        if (!response.getHeaders().contains(name)) {
            response.getHeaders().set(name, value);
        }
    }
}
