package uk.co.tenantwise.cx.app.security;

import java.io.Serial;
import java.time.Duration;

/** A log-in is not even checked, because too many have failed. Made without a stack trace: it is an answer. */
public final class TooManyLogIns extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Duration delay;

    TooManyLogIns(Duration delay) {
        super("too many log-ins have failed", null, false, false);
        this.delay = delay;
    }

    /** How long to wait. */
    public Duration delay() {
        return delay;
    }
}
