package uk.co.tenantwise.cx.domain.refresh;

import java.time.Instant;
import uk.co.tenantwise.cx.domain.repair.CustomerDetails;

/**
 * One customer's details as retrieved from Cx at one moment.
 *
 * @param details what the portal shows of the customer
 * @param retrievedAt when the retrieval began
 */
public record DetailsSnapshot(CustomerDetails details, Instant retrievedAt) {}
