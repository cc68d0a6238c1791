package uk.co.tenantwise.cx.ports.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import uk.co.tenantwise.cx.domain.repair.ContactReference;

/**
 * Who has read lately on this node from what is kept. A sign-in alone does not count: many customers look once. Holds
 * nobody longer than {@link #since} says. Thread-safe.
 */
final class Readers {
    private final ConcurrentMap<ContactReference, Instant> lastReads = new ConcurrentHashMap<>();

    void read(ContactReference contact, Instant now) {
        lastReads.put(contact, now);
    }

    /** Those who have read at {@code earliest} or later; the others are forgotten. */
    List<ContactReference> since(Instant earliest) {
        lastReads.values().removeIf(last -> last.isBefore(earliest));
        return List.copyOf(lastReads.keySet());
    }

    /** When a customer has last read. */
    Optional<Instant> lastRead(ContactReference contact) {
        return Optional.ofNullable(lastReads.get(contact));
    }
}
