package uk.co.tenantwise.cx.adapter.persistence.redis;

import java.util.concurrent.atomic.LongAdder;

/** Counts the snapshots that were found. Thread-safe. */
final class Hits {
    private final LongAdder local = new LongAdder();
    private final LongAdder shared = new LongAdder();

    void foundLocally() {
        local.increment();
    }

    void foundInRedis() {
        shared.increment();
    }

    long local() {
        return local.sum();
    }

    long shared() {
        return shared.sum();
    }
}
