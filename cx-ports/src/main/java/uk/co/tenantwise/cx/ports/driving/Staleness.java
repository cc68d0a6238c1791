package uk.co.tenantwise.cx.ports.driving;

import java.time.Duration;
import uk.co.tenantwise.cx.ports.fault.FaultCode;

/**
 * Why an answer is older than it should be.
 *
 * @param age how old it is
 * @param because what kept Cx from answering
 */
public record Staleness(Duration age, FaultCode because) {}
