package uk.co.tenantwise.cx.ports.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import uk.co.tenantwise.cx.domain.repair.ContactReference;

/** For whom something has failed within the last minute, on this node. Older failures are forgotten. Thread-safe. */
final class RecentFailures {
    private static final Duration RECENT = Duration.ofMinutes(1);
    private static final int SWEEP_FROM = 1_000;

    private final Map<ContactReference, Instant> failures = new ConcurrentHashMap<>();

    void note(ContactReference contact, Instant now) {
        if (failures.size() >= SWEEP_FROM) {
            failures.values().removeIf(at -> !isRecent(at, now));
        }
        failures.put(contact, now);
    }

    void forget(ContactReference contact) {
        failures.remove(contact);
    }

    boolean isRecent(ContactReference contact, Instant now) {
        Instant at = failures.get(contact);
        return at != null && isRecent(at, now);
    }

    private static boolean isRecent(Instant at, Instant now) {
        return !at.isAfter(now) && now.isBefore(at.plus(RECENT));
    }
}
