package uk.co.tenantwise.cx.ports.driven;

import java.time.Instant;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.cancellation.CancellationId;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.cancellation.IdempotencyKey;
import uk.co.tenantwise.cx.domain.repair.ContactReference;

/** Remembers durably what requests with an idempotency key were answered (rule R6). Keys are the contact's own. */
public interface ForRememberingAnswers {
    /** What is remembered for {@code key}, unless it was remembered before {@code notBefore}. */
    Optional<RememberedAnswer> find(ContactReference contact, IdempotencyKey key, Instant notBefore);

    /**
     * Remembers that a request joined an attempt; one that makes an attempt is remembered by
     * {@link ForStoringCancellations#add}. What was remembered for the key too long ago is replaced; anything younger stays,
     * so that of two nodes that get the same request at once one remembers it.
     *
     * @return what is remembered now: this attempt, or the one of the request that came first
     */
    RememberedAnswer remember(ContactReference contact, KeyedRequest request, CancellationId attempt);

    /**
     * Adds what the request was answered; the first answer counts, and an outcome more than UNKNOWN. Does nothing when
     * another attempt is remembered for the key.
     */
    void answered(ContactReference contact, IdempotencyKey key, CancellationId attempt, CancellationOutcome outcome);

    /** Forgets everything that was remembered before {@code before}. */
    void forget(Instant before);
}
