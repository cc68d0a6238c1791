package uk.co.tenantwise.cx.ports.application;

import java.time.Duration;
import java.util.List;

/**
 * What an operator sets.
 *
 * @param maxStale up to which age a snapshot is served when Cx fails
 * @param settle how long after a cancellation was sent without an answer a record that still shows it as not cancelled is
 *     believed; longer than a call to Cx can take
 * @param addresses the outgoing IP addresses of this instance, for advice about whitelisting; may be empty
 */
public record Limits(Duration maxStale, Duration settle, List<String> addresses) {
    /** 24 hours, 30 seconds, no address known. */
    public static final Limits DEFAULT = new Limits(Duration.ofHours(24), Duration.ofSeconds(30), List.of());

    /** Copies the list. @throws IllegalArgumentException when a duration is negative */
    public Limits {
        addresses = List.copyOf(addresses);
        if (maxStale.isNegative() || settle.isNegative()) {
            throw new IllegalArgumentException(
                    "limits must not be negative, were maxStale " + maxStale + ", settle " + settle);
        }
    }
}
