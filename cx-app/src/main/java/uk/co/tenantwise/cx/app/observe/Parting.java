package uk.co.tenantwise.cx.app.observe;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;

/**
 * Ends connections with their next answer once the node is about to stop. The server tells those that it knows; one that was
 * accepted at that very moment would be kept alive, and be cut off in the middle of a request at the end of the grace period.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class Parting implements Ordered {
    private final Draining draining;

    Parting(Draining draining) {
        this.draining = draining;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.order();
    }

    @ResponseFilter
    void end(MutableHttpResponse<?> response) {
        if (draining.hasBegun()) {
            response.getHeaders().set(HttpHeaders.CONNECTION, "close");
        }
    }
}
