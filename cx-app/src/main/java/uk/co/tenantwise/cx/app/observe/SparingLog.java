package uk.co.tenantwise.cx.app.observe;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps trouble that comes with every request from filling the log: of one kind there is one line in ten seconds at most, and
 * the next one tells how many were left out. Metrics count all of them. Thread-safe.
 */
@Singleton
public final class SparingLog {
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Kind NEVER = new Kind(Instant.EPOCH, 0);

    private final InstantSource clock;
    private final Map<String, Kind> kinds = new HashMap<>();

    private record Kind(Instant written, long leftOut) {}

    SparingLog(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * What to write.
     *
     * @param kind what it is about; there must not be many
     * @return the words, perhaps with the number of those left out; empty when these are left out too
     */
    public synchronized Optional<String> line(String kind, String words) {
        Instant now = clock.instant();
        Kind was = kinds.getOrDefault(kind, NEVER);
        if (!isOver(was.written(), now)) {
            kinds.put(kind, new Kind(was.written(), was.leftOut() + 1));
            return Optional.empty();
        }
        kinds.put(kind, new Kind(now, 0));
        return Optional.of(
                was.leftOut() == 0
                        ? words
                        : words + " (and " + was.leftOut() + " more of this kind since " + was.written() + ")");
    }

    /** Also when the clock was set back. */
    private static boolean isOver(Instant written, Instant now) {
        return now.isBefore(written) || !now.isBefore(written.plus(PAUSE));
    }
}
