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
    private final InstantSource clock;
    private final AtomicReference<Optional<Seen>> last = new AtomicReference<>(Optional.empty());

    private record Seen(ApiUrl url, Duration ahead) {}

    CxClocks(InstantSource clock) {
        this.clock = clock;
    }

    /** Takes note of an answer. One without a date, or with one that cannot be read, tells nothing. */
    void note(ApiUrl url, CxAnswer answer) {
        answer.date()
                .flatMap(CxClocks::parse)
                .ifPresent(date -> last.set(Optional.of(new Seen(url, Duration.between(date, clock.instant())))));
    }

    /** How far ahead this node's clock is, negative when it is behind. */
    Optional<Duration> ahead(ApiUrl url) {
        return last.get().filter(seen -> seen.url().equals(url)).map(Seen::ahead);
    }

    /** The same, of whichever instance answered last. */
    Optional<Duration> ahead() {
        return last.get().map(Seen::ahead);
    }

    private static Optional<Instant> parse(String date) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
