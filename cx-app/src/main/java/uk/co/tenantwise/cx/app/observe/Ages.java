package uk.co.tenantwise.cx.app.observe;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** How long ago something was, as gauges want it. */
final class Ages {
    private Ages() {}

    /** Seconds since {@code then}, never negative; not a number when there was no such moment. */
    static double seconds(@Nullable Instant then, InstantSource clock) {
        return then == null ? Double.NaN : seconds(Duration.between(then, clock.instant()));
    }

    /** In seconds and parts of them; a negative duration, of a clock that was set back, is none. */
    static double seconds(Duration age) {
        return age.isNegative() ? 0 : age.toMillis() / 1_000.0;
    }
}
