package uk.co.tenantwise.cx.ports.driving;

import java.util.List;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.cancellation.CancellationId;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** Cancels for customers, in a way that can be trusted (rule R6). */
public interface ForCancelling {
    /**
     * Reads live, decides, records the attempt, cancels in Cx, and records the outcome.
     *
     * @throws CxFault when the live data cannot be read; then nothing was recorded and nothing was done
     */
    CancelResult cancel(CancelCommand command);

    /** What became of an attempt of that customer; empty for another customer's. */
    Optional<CancellationAttempt> find(ContactReference contact, CancellationId id);

    /** The attempts of that customer on the present site whose outcome is not known yet, oldest first. */
    List<CancellationAttempt> open(ContactReference contact);
}
