package uk.co.tenantwise.cx.testkit.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import uk.co.tenantwise.cx.ports.driven.ForUsingUp;
import uk.co.tenantwise.cx.ports.driven.OneTimeKey;

/** Fake of the register of what is used up. */
public final class InMemoryUses extends InMemoryStore implements ForUsingUp {
    private final Map<OneTimeKey, Instant> used = new HashMap<>();

    @Override
    public synchronized boolean useUp(OneTimeKey key, Instant until) {
        reach();
        return used.putIfAbsent(key, stored(until)) == null;
    }

    @Override
    public synchronized boolean isUsedUp(OneTimeKey key) {
        reach();
        return used.containsKey(key);
    }

    @Override
    public synchronized void forget(Instant instant) {
        reach();
        used.values().removeIf(until -> until.isBefore(stored(instant)));
    }
}
