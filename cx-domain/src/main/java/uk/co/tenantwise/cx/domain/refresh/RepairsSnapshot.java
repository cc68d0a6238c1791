package uk.co.tenantwise.cx.domain.refresh;

import java.time.Instant;
import java.util.function.UnaryOperator;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.visibility.VisibilityPolicy;
import uk.co.tenantwise.cx.domain.visibility.VisibleRepairs;

/**
 * One customer's repairs and appointments as retrieved from Cx at one moment, limited by the start date then in force.
 * It is complete or it is not made. Something may be known to have changed in Cx since; it is amended by that until it can
 * be retrieved again, and due at once.
 *
 * @param contact whose they are
 * @param limit the limit that was in force
 * @param visible what the customer sees
 * @param setAside how many rows of the answer had no usable reference and are not shown, 0 or more
 * @param retrievedAt when the retrieval began
 * @param amended whether {@code visible} is no longer just what was retrieved
 */
public record RepairsSnapshot(
        ContactReference contact,
        VisibilityPolicy limit,
        VisibleRepairs visible,
        int setAside,
        Instant retrievedAt,
        boolean amended) {
    /** A snapshot of what was just retrieved. */
    public RepairsSnapshot(
            ContactReference contact,
            VisibilityPolicy limit,
            VisibleRepairs visible,
            int setAside,
            Instant retrievedAt) {
        this(contact, limit, visible, setAside, retrievedAt, false);
    }

    /** This snapshot with what has become known since it was retrieved, when that is. */
    public RepairsSnapshot amendedBy(UnaryOperator<VisibleRepairs> change) {
        return new RepairsSnapshot(contact, limit, change.apply(visible), setAside, retrievedAt, true);
    }

    /**
     * Whether it must be retrieved again. One from the future means that a clock was set back: it is not trusted.
     *
     * @param refresh how long it may be used
     */
    public boolean isDue(RefreshPolicy refresh, Instant now) {
        return amended || retrievedAt.isAfter(now) || !now.isBefore(refresh.repairsDueAt(retrievedAt));
    }
}
