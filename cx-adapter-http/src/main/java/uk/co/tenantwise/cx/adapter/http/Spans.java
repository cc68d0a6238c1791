package uk.co.tenantwise.cx.adapter.http;

import java.time.Duration;

/** Says how long something takes. */
final class Spans {
    private Spans() {}

    /** In whole seconds, rounded up. */
    static String of(Duration span) {
        long seconds = Math.max(1, span.plusSeconds(1).minusNanos(1).toSeconds());
        return seconds == 1 ? "1 second" : seconds + " seconds";
    }
}
