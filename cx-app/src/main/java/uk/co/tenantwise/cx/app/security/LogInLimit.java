package uk.co.tenantwise.cx.app.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows the guessing of passwords down, for each account name, whether or not there is such an account. Five failures are
 * free; after the sixth one has to wait 1 second, then 2, 4 and so on; at most ten are checked in five minutes. Nothing that
 * is tried while waiting prolongs the wait, so that nobody can be locked out for longer than five minutes. Thread-safe.
 */
final class LogInLimit {
    static final int MOST = 10;
    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final int FREE = 5;
    private static final int MOST_NAMES = 1_000;

    private final InstantSource clock;
    private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > MOST_NAMES;
        }
    };

    LogInLimit(InstantSource clock) {
        this.clock = clock;
    }

    /** How long nothing will be checked for {@code name}; empty when a password may be checked now. */
    synchronized Optional<Duration> delay(String name) {
        Instant now = clock.instant();
        Deque<Instant> recent = recent(name, now);
        int count = recent.size();
        if (count <= FREE) {
            return Optional.empty();
        }
        Instant again = count >= MOST
                ? recent.getFirst().plus(WINDOW)
                : recent.getLast().plusSeconds(1L << (count - FREE - 1));
        return Optional.of(Duration.between(now, again)).filter(Duration::isPositive);
    }

    /** Notes that a password of {@code name} was wrong. */
    synchronized void failed(String name) {
        Instant now = clock.instant();
        recent(name, now).addLast(now);
    }

    /** Forgets the failures of {@code name}, because its password was right. */
    synchronized void succeeded(String name) {
        failures.remove(name);
    }

    private Deque<Instant> recent(String name, Instant now) {
        Deque<Instant> recent = failures.computeIfAbsent(name, key -> new ArrayDeque<>());
        while (!recent.isEmpty() && !now.isBefore(recent.getFirst().plus(WINDOW))) {
            recent.removeFirst();
        }
        return recent;
    }
}
