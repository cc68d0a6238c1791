package uk.co.tenantwise.cx.domain.cancellation;

/**
 * What a caller sends to mark repeats of one request.
 *
 * @param value 1 to 200 visible ASCII characters
 */
public record IdempotencyKey(String value) {
    /** @throws IllegalArgumentException when empty, too long, or with other characters than visible ASCII */
    public IdempotencyKey {
        if (value.isEmpty() || value.length() > 200 || !value.chars().allMatch(c -> c > 32 && c < 127)) {
            throw new IllegalArgumentException("idempotency key must be 1 to 200 visible ASCII characters");
        }
    }
}
