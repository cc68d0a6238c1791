package uk.co.tenantwise.cx.app.pages.web;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import uk.co.tenantwise.cx.ports.fault.StoreUnavailable;

/**
 * Asks the database what a page can do without. While it is away pages go on: after a second without an answer there is
 * none, and nobody asks again for two seconds. Thread-safe.
 */
@Singleton
final class ShortPatience {
    static final Duration PATIENCE = Duration.ofSeconds(1);
    static final Duration PAUSE = Duration.ofSeconds(2);

    private final ExecutorService calls;
    private final InstantSource clock;
    private volatile Instant failedAt = Instant.MIN;

    ShortPatience(@Named("cx-calls") ExecutorService calls, InstantSource clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** The answer; empty when the database does not give one. */
    <T> Optional<T> ask(Supplier<T> question) {
        Instant now = clock.instant();
        Instant last = failedAt;
        if (!now.isBefore(last) && now.isBefore(last.plus(PAUSE))) {
            return Optional.empty();
        }
        Future<T> answer = calls.submit(question::get);
        try {
            return Optional.of(answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException slow) {
            failedAt = now;
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof StoreUnavailable)) {
                throw new IllegalStateException("the database could not be asked", e.getCause());
            }
            failedAt = now;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }
}
