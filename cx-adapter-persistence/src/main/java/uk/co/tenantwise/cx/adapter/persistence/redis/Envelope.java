package uk.co.tenantwise.cx.adapter.persistence.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A value as it lies in Redis: one byte with the version of its schema, 16 random bytes that tell it from any other value,
 * and the encrypted content. The first 17 bytes are its head.
 */
final class Envelope {
    static final int HEAD = 17;

    private final byte[] bytes;
    private final long lifeMillis;

    Envelope(byte[] bytes, long lifeMillis) {
        this.bytes = bytes;
        this.lifeMillis = lifeMillis;
    }

    byte[] bytes() {
        return bytes;
    }

    /** How long it has to live, {@code most} when that is not known. */
    Duration life(Duration most) {
        return lifeMillis > 0 ? Duration.ofMillis(lifeMillis) : most;
    }

    /** What tells this value from others; shorter when the value is no envelope at all. */
    String head() {
        return new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
    }
}
