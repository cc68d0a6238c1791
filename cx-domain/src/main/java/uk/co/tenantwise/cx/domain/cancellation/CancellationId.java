package uk.co.tenantwise.cx.domain.cancellation;

import java.util.UUID;

/**
 * Identifies one attempt to cancel.
 *
 * @param value the identity, made by whoever records the attempt
 */
public record CancellationId(UUID value) {
    /** Reads the text form. @throws IllegalArgumentException when it is not a UUID */
    public static CancellationId parse(String text) {
        return new CancellationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
