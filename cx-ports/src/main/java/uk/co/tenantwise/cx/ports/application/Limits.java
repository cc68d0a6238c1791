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
 * @param attention how long after it was requested a cancellation without an outcome needs an administrator's attention
 */
public record Limits(Duration maxStale, Duration settle, List<String> addresses, Duration attention) {
    /** 24 hours, 30 seconds, no address known, 10 minutes. */
    public static final Limits DEFAULT =
            new Limits(Duration.ofHours(24), Duration.ofSeconds(30), List.of(), Duration.ofMinutes(10));

    /** Copies the list. @throws IllegalArgumentException when a duration is negative */
    public Limits {
        addresses = List.copyOf(addresses);
        if (maxStale.isNegative() || settle.isNegative() || attention.isNegative()) {
            throw new IllegalArgumentException("limits must not be negative, were maxStale " + maxStale + ", settle "
                    + settle + ", attention " + attention);
        }
    }
}
