package uk.co.tenantwise.cx.adapter.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/**
 * A log-in that failed counts for everybody for a second: a sign-in reads three things at once, and each of them would
 * otherwise log in and repeat it for itself. In that second one log-in more is made, by the first who repeats a read. Not
 * thread-safe: its session guards it.
 */
final class FailedLogIn {
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final InstantSource clock;
    private @Nullable CxFault fault;
    private Instant until = Instant.MIN;
    private boolean repeated;

    /** @param clock one that only goes forward */
    FailedLogIn(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Allows a log-in.
     *
     * @return whether it is the repetition of one that failed a moment ago
     * @throws CxFault that of the last log-in, when it counts for this one too
     */
    boolean mayLogIn(boolean repeating) {
        CxFault last = fault;
        if (last == null || !clock.instant().isBefore(until)) {
            return false;
        }
        if (repeated || !repeating) {
            throw last;
        }
        repeated = true;
        return true;
    }

    /** Being turned away by our own bulkhead says nothing about the log-in. */
    void begin(CxFault failure, boolean wasRepeated) {
        if (!(failure instanceof CxFault.Busy)) {
            fault = failure;
            until = clock.instant().plus(MOMENT);
            repeated = wasRepeated;
        }
    }

    void end() {
        fault = null;
    }
}
