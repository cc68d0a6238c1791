package uk.co.tenantwise.cx.app.pages.web;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.co.tenantwise.cx.ports.driven.ForUsingUp;
import uk.co.tenantwise.cx.ports.driven.OneTimeKey;
import uk.co.tenantwise.cx.ports.fault.StoreUnavailable;

/**
 * Sessions that have ended and proofs that are good once, for all nodes. While the database is away this node goes by what it
 * remembers itself, and tells the others as soon as it can. Thread-safe.
 */
@Singleton
final class UsedUp {
    private static final Logger LOG = LoggerFactory.getLogger(UsedUp.class);

    /** So that a node whose clock is slow still finds what has just expired. */
    private static final Duration KEPT_LONGER = Duration.ofHours(1);

    private final ForUsingUp register;
    private final ShortPatience patience;
    private final InstantSource clock;
    private final Map<OneTimeKey, Instant> here = new ConcurrentHashMap<>();
    private final Map<OneTimeKey, Instant> untold = new ConcurrentHashMap<>();

    UsedUp(ForUsingUp register, ShortPatience patience, InstantSource clock) {
        this.register = register;
        this.patience = patience;
        this.clock = clock;
    }

    /** Marks {@code key} as used up until it expires. @return whether nobody has used it before, as far as is known */
    boolean useUp(OneTimeKey key, Instant until) {
        if (here.putIfAbsent(key, until) != null) {
            return false;
        }
        try {
            return register.useUp(key, until);
        } catch (StoreUnavailable e) {
            LOG.warn("Other nodes will be told later what is used up: {}", e.getMessage());
            untold.put(key, until);
            return true;
        }
    }

    /** Whether {@code key} is used up, as far as is known. */
    boolean isUsedUp(OneTimeKey key) {
        return here.containsKey(key)
                || patience.ask(() -> register.isUsedUp(key)).orElse(false);
    }

    /** Tells the other nodes what they could not be told before. */
    @Scheduled(initialDelay = "5s", fixedDelay = "5s")
    void tellOthers() {
        try {
            untold.forEach((key, until) -> {
                register.useUp(key, until);
                untold.remove(key);
            });
        } catch (StoreUnavailable e) {
            LOG.debug("Still not told: {}", e.getMessage());
        }
    }

    /** Forgets what has expired. */
    @Scheduled(initialDelay = "2m", fixedDelay = "1h")
    void forgetExpired() {
        Instant expired = clock.instant().minus(KEPT_LONGER);
        here.values().removeIf(until -> until.isBefore(expired));
        try {
            register.forget(expired);
        } catch (StoreUnavailable e) {
            LOG.warn("Cannot forget what has expired: {}", e.getMessage());
        }
    }
}
