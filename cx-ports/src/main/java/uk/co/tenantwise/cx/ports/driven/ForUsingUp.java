package uk.co.tenantwise.cx.ports.driven;

import java.time.Instant;

/** Remembers durably, for all nodes of an instance, what has been used up: sessions that have ended, proofs that are good once. */
public interface ForUsingUp {
    /**
     * Marks {@code key} as used up.
     *
     * @param until when it expires by itself, so that it may be forgotten
     * @return whether it was not used up before; of many callers at once exactly one is told so
     */
    boolean useUp(OneTimeKey key, Instant until);

    /** Whether {@code key} is used up. */
    boolean isUsedUp(OneTimeKey key);

    /** Forgets what has expired before {@code instant}. */
    void forget(Instant instant);
}
