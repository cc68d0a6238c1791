package uk.co.tenantwise.cx.app.trace;

import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Carries a span from thread to thread with the framework's context, and its identity into log lines.
 *
 * @param context what holds the span
 */
record Traced(Context context) implements ThreadPropagatedContextElement<Traced.Before> {
    private static final String TRACE = "trace_id";

    /**
     * What a thread was at before.
     *
     * @param scope ends what it is at now
     * @param trace the trace that log lines named, if any
     */
    record Before(Scope scope, @Nullable String trace) {}

    /** The framework closes the scope, by the method below. */
    @Override
    @SuppressWarnings("MustBeClosedChecker")
    public Before updateThreadContext() {
        Before before = new Before(context.makeCurrent(), MDC.get(TRACE));
        MDC.put(TRACE, Span.fromContext(context).getSpanContext().getTraceId());
        return before;
    }

    @Override
    public void restoreThreadContext(@Nullable Before before) {
        if (before == null) {
            return;
        }
        if (before.trace() == null) {
            MDC.remove(TRACE);
        } else {
            MDC.put(TRACE, before.trace());
        }
        before.scope().close();
    }
}
