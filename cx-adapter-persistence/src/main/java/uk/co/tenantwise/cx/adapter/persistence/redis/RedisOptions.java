package uk.co.tenantwise.cx.adapter.persistence.redis;

import java.time.Duration;

/**
 * How snapshots are shared.
 *
 * @param maximum the most snapshots of one kind in the memory of a node, 1 or more
 * @param keepFor how long one is kept after it was retrieved
 * @param lease how long a retrieval is believed to be running while its node lives: not shorter than the longest retrieval, or
 *     nodes retrieve the same
 */
public record RedisOptions(long maximum, Duration keepFor, Duration lease) {
    /** @throws IllegalArgumentException when a value is not positive */
    public RedisOptions {
        if (maximum < 1) {
            throw new IllegalArgumentException("maximum must be 1 or more, was " + maximum);
        }
        if (!keepFor.isPositive()) {
            throw new IllegalArgumentException("keepFor must be positive, was " + keepFor);
        }
        if (!lease.isPositive()) {
            throw new IllegalArgumentException("lease must be positive, was " + lease);
        }
    }
}
