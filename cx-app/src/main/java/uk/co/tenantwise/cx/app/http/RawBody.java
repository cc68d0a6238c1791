package uk.co.tenantwise.cx.app.http;

/**
 * The body of a request as it was sent. The framework would convert it by its content type; this service reads bodies
 * itself, so that every mistake in them is reported.
 */
final class RawBody {
    private final byte[] bytes;

    RawBody(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes themselves, not a copy. */
    byte[] bytes() {
        return bytes;
    }
}
