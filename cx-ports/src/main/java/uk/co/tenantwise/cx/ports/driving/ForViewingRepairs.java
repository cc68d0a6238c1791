package uk.co.tenantwise.cx.ports.driving;

import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** Shows customers their repairs and appointments (rules R3, R5 and R7). */
public interface ForViewingRepairs {
    /**
     * A customer signs in: retrieves live. When Cx fails, a snapshot that is not too old is shown as stale.
     *
     * @throws CxFault when Cx fails and there is no snapshot to show
     */
    ViewResult signIn(ContactReference contact);

    /**
     * A customer looks again: shows the snapshot until it is due, then retrieves again.
     *
     * @throws CxFault when data have to be retrieved, Cx fails, and there is no snapshot to show
     */
    ViewResult view(ContactReference contact);
}
