package uk.co.tenantwise.cx.app.trace;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.co.tenantwise.cx.app.observe.Routes;

/**
 * A span for each request, named by its method and route, such as {@code GET /api/v1/customers/{contact}/repairs}. It
 * belongs to the trace of the caller when the request says so.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Requires(bean = Tracer.class)
final class RequestSpans implements Ordered {
    private static final String SPAN = RequestSpans.class.getName();
    private static final String NO_ROUTE = "no route";
    private static final int FIRST_SERVER_ERROR = 500;

    private final Tracer tracer;

    RequestSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    /** Early, so that time spent in other filters is in the span. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.TRACING.order();
    }

    @RequestFilter
    void begin(HttpRequest<?> request, MutablePropagatedContext propagated) {
        Context caller = W3CTraceContextPropagator.getInstance()
                .extract(Context.root(), request.getHeaders(), CallersHeaders.INSTANCE);
        Span span = tracer.spanBuilder(name(request))
                .setParent(caller)
                .setSpanKind(SpanKind.SERVER)
                .startSpan();
        request.setAttribute(SPAN, span);
        propagated.add(new Traced(caller.with(span)));
    }

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(SPAN, Span.class).ifPresent(span -> {
            span.updateName(name(request));
            span.setAttribute("http.request.method", method(request));
            span.setAttribute("http.response.status_code", response.code());
            route(request).ifPresent(route -> span.setAttribute("http.route", route));
            if (response.code() >= FIRST_SERVER_ERROR) {
                span.setStatus(StatusCode.ERROR);
                span.setAttribute("error.type", Integer.toString(response.code()));
            }
            span.end();
        });
    }

    private static String name(HttpRequest<?> request) {
        return method(request) + " " + route(request).orElse(NO_ROUTE);
    }

    /** A method that HTTP does not know may hold anything. */
    private static String method(HttpRequest<?> request) {
        String method = request.getMethod().name();
        return method.equals("CUSTOM") ? "_OTHER" : method.toUpperCase(Locale.ROOT);
    }

    private static Optional<String> route(HttpRequest<?> request) {
        return BasicHttpAttributes.getUriTemplate(request).map(Routes::plain);
    }

    /** Reads what the W3C's recommendation has put into headers. */
    private enum CallersHeaders implements TextMapGetter<HttpHeaders> {
        INSTANCE;

        @Override
        public Iterable<String> keys(HttpHeaders headers) {
            return headers.names();
        }

        /** Without {@code tracestate}: callers may put anything there, and it would be sent on. */
        @Override
        public @Nullable String get(@Nullable HttpHeaders headers, String name) {
            return headers == null || !name.equals("traceparent") ? null : headers.get(name);
        }
    }
}
