package uk.co.tenantwise.cx.domain.cancellation;

import java.time.Instant;
import java.util.Optional;

/**
 * How many attempts to cancel have no final outcome yet.
 *
 * @param open how many
 * @param needingAttention how many of them an administrator has to look at
 * @param oldest when the one that has waited longest was requested; empty when none is open
 */
public record OpenSummary(int open, int needingAttention, Optional<Instant> oldest) {}
