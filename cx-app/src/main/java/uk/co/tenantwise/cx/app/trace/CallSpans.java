package uk.co.tenantwise.cx.app.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.function.Supplier;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** Puts calls to Cx into spans. Only the kind of a call is named, and the code of its fault. */
final class CallSpans {
    private final Tracer tracer;

    CallSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    /** Makes a call within a span of the name {@code cx } and {@code kind}. */
    <T> T around(String kind, Supplier<T> call) {
        Span span =
                tracer.spanBuilder("cx " + kind).setSpanKind(SpanKind.CLIENT).startSpan();
        try {
            return Context.current().with(span).wrapSupplier(call).get();
        } catch (CxFault fault) {
            span.setStatus(StatusCode.ERROR);
            span.setAttribute("error.type", fault.code().name());
            throw fault;
        } finally {
            span.end();
        }
    }
}
