package uk.co.tenantwise.cx.domain.cancellation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How many attempts to cancel one customer may make within a time. Each reads Cx live and is recorded for planners, so that
 * nobody may make them without end. Source: row L10 of docs/reliability.md.
 *
 * @param attempts at most so many, 1 or more
 * @param window within so long, longer than nothing
 */
public record AttemptLimit(int attempts, Duration window) {
    /** 30 attempts within a minute: more than impatient fingers make, and few for Cx. */
    public static final AttemptLimit DEFAULT = new AttemptLimit(30, Duration.ofMinutes(1));

    /** @throws IllegalArgumentException when a component is out of range */
    public AttemptLimit {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be at least 1, was " + attempts);
        }
        if (!window.isPositive()) {
            throw new IllegalArgumentException("window must be longer than nothing, was " + window);
        }
    }

    /** From when on attempts count at {@code now}: one that was made exactly then no longer does. */
    public Instant since(Instant now) {
        return now.minus(window);
    }

    /**
     * How long to wait before one more may be made; empty when it may be made now. Attempts from the future do not count: a
     * clock was set back, and nobody should be locked out by that.
     *
     * @param made when attempts were made, in any order
     */
    public Optional<Duration> toWait(List<Instant> made, Instant now) {
        List<Instant> counted = made.stream()
                .filter(at -> at.isAfter(since(now)) && !at.isAfter(now))
                .sorted()
                .toList();
        return counted.size() < attempts
                ? Optional.empty()
                : Optional.of(Duration.between(
                        now, counted.get(counted.size() - attempts).plus(window)));
    }
}
