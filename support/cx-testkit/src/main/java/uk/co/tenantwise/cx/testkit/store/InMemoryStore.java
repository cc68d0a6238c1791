package uk.co.tenantwise.cx.testkit.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import uk.co.tenantwise.cx.ports.fault.StoreUnavailable;

/** What the fakes of durable stores have in common: they can go away, and they keep microseconds as databases do. */
public abstract sealed class InMemoryStore
        permits InMemoryAnswers, InMemoryCancellations, InMemorySettings, InMemoryUses {
    private volatile boolean away;

    InMemoryStore() {}

    /** From now on the store answers with {@link StoreUnavailable}, until it comes back. */
    public void goAway() {
        away = true;
    }

    /** Ends what {@link #goAway()} began; nothing stored before is lost. */
    public void comeBack() {
        away = false;
    }

    void reach() {
        if (away) {
            throw new StoreUnavailable("the store is away");
        }
    }

    static Instant stored(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
