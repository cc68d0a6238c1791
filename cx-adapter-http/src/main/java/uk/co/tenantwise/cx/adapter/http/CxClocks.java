package uk.co.tenantwise.cx.adapter.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;

/**
 * How far this node's clock is from that of the Cx instance that answered last, by the Date header of its answer: good to a
 * second, and to the time that the answer was under way. Thread-safe.
 */
final class CxClocks {
    private static final Duration KEPT = Duration.ofMinutes(15);

    private final InstantSource clock;
    private final AtomicReference<Optional<Seen>> last = new AtomicReference<>(Optional.empty());

    private record Seen(ApiUrl url, Duration ahead, Instant at) {}

    CxClocks(InstantSource clock) {
        this.clock = clock;
    }

    /** Takes note of an answer. One without a date, or with one that cannot be read, tells nothing. */
    void note(ApiUrl url, CxAnswer answer) {
        answer.date().flatMap(CxClocks::parse).ifPresent(date -> {
            Instant now = clock.instant();
            last.set(Optional.of(new Seen(url, Duration.between(date, now), now)));
        });
    }

    /** How far ahead this node's clock is, negative when it is behind. */
    Optional<Duration> ahead(ApiUrl url) {
        return seen().filter(seen -> seen.url().equals(url)).map(Seen::ahead);
    }

    /** The same, of whichever instance answered last. */
    Optional<Duration> ahead() {
        return seen().map(Seen::ahead);
    }

    /** An answer of long ago tells nothing of clocks that may have been set since. */
    private Optional<Seen> seen() {
        Instant now = clock.instant();
        return last.get().filter(seen -> Duration.between(seen.at(), now).abs().compareTo(KEPT) <= 0);
    }

    private static Optional<Instant> parse(String date) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
