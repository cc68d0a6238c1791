package uk.co.tenantwise.cx.adapter.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/**
 * The time for which Cx asked to be left alone ({@code Retry-After}), at most a minute. Cx that asks for fewer requests
 * (429) without saying for how long gets 5 seconds. Thread-safe.
 */
final class Respite {
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration UNSAID = Duration.ofSeconds(5);

    private final InstantSource clock;
    private final AtomicReference<@Nullable Asked> asked = new AtomicReference<>();

    private record Asked(Instant until, CxFault fault) {}

    Respite(InstantSource clock) {
        this.clock = clock;
    }

    /** Notes what Cx asked for with {@code fault}, if it did. A shorter time never replaces a longer one. */
    void note(CxFault fault) {
        Optional<Duration> wait = fault instanceof CxFault.Throttled
                ? Optional.of(fault.retryAfter().orElse(UNSAID))
                : fault.retryAfter();
        wait.filter(Duration::isPositive).ifPresent(time -> {
            Instant until = clock.instant().plus(time.compareTo(LONGEST) > 0 ? LONGEST : time);
            asked.accumulateAndGet(
                    new Asked(until, fault), (was, now) -> was == null || was.until.isBefore(now.until) ? now : was);
        });
    }

    /** The fault to answer with instead of calling, while that time lasts. */
    Optional<CxFault> now() {
        Asked last = asked.get();
        if (last == null) {
            return Optional.empty();
        }
        Duration left = Duration.between(clock.instant(), last.until);
        return left.isPositive()
                ? Optional.of(last.fault.heldFor(
                        left, last.fault.detail() + ". Cx asked to be left alone, which it is for " + Spans.of(left)))
                : Optional.empty();
    }

    void end() {
        asked.set(null);
    }
}
