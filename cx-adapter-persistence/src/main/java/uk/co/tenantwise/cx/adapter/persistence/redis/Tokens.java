package uk.co.tenantwise.cx.adapter.persistence.redis;

import java.security.SecureRandom;
import java.util.Base64;

/** Random tokens of 128 bits, 22 characters each. Thread-safe. */
final class Tokens {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    static byte[] bytes() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static String next() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
    }
}
