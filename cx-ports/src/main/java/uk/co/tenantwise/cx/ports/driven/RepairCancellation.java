package uk.co.tenantwise.cx.ports.driven;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import uk.co.tenantwise.cx.domain.repair.RepairReference;

/**
 * What Cx wants to know to cancel a repair.
 *
 * @param reference which repair
 * @param uid its identity in Cx, when known
 * @param statusCode the site's own cancel status
 * @param reasonCode the site's own reason
 * @param at when the customer cancelled
 * @param note what to tell the landlord, may be empty
 */
public record RepairCancellation(
        RepairReference reference, Optional<UUID> uid, String statusCode, String reasonCode, Instant at, String note) {}
