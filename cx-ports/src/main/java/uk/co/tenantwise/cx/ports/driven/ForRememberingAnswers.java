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

    /** Remembers that a request made or joined an attempt; replaces what an earlier use of the key has left. */
    void remember(ContactReference contact, IdempotencyKey key, String fingerprint, CancellationId attempt, Instant at);

    /** Adds what the request was answered; the first answer counts. */
    void answered(ContactReference contact, IdempotencyKey key, CancellationOutcome outcome);

    /** Forgets everything that was remembered before {@code before}. */
    void forget(Instant before);
}
