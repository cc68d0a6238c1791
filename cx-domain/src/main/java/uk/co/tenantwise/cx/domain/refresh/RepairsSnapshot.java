package uk.co.tenantwise.cx.domain.refresh;

import java.time.Instant;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.visibility.VisibilityPolicy;
import uk.co.tenantwise.cx.domain.visibility.VisibleRepairs;

/**
 * One customer's repairs and appointments as retrieved from Cx at one moment, limited by the start date then in force.
 * It is complete or it is not made.
 *
 * @param contact whose they are
 * @param limit the limit that was in force
 * @param visible what the customer sees
 * @param setAside how many rows of the answer had no usable reference and are not shown, 0 or more
 * @param retrievedAt when the retrieval began
 */
public record RepairsSnapshot(
        ContactReference contact, VisibilityPolicy limit, VisibleRepairs visible, int setAside, Instant retrievedAt) {}
