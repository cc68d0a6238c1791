package uk.co.tenantwise.cx.domain.cancellation;

import java.util.UUID;

/**
 * Identifies one attempt to cancel.
 *
 * @param value the identity, made by whoever records the attempt
 */
public record CancellationId(UUID value) {
    /**
     * Reads the text form, of which the JDK's own reader would accept shortened ones too.
     *
     * @throws IllegalArgumentException when it is not a UUID of 36 characters
     */
    public static CancellationId parse(String text) {
        CancellationId id = new CancellationId(UUID.fromString(text));
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("cancellation id must be a UUID of 36 characters");
        }
        return id;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
