package uk.co.tenantwise.cx.ports.driving;

import java.util.Optional;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget;
import uk.co.tenantwise.cx.domain.cancellation.IdempotencyKey;
import uk.co.tenantwise.cx.domain.repair.ContactReference;

/**
 * A customer wants to cancel.
 *
 * @param contact who
 * @param target what
 * @param note a word to the landlord, may be empty
 * @param requestedBy who sent the request, for the record
 * @param key marks repeats of the same request
 */
public record CancelCommand(
        ContactReference contact,
        CancellationTarget target,
        String note,
        String requestedBy,
        Optional<IdempotencyKey> key) {}
