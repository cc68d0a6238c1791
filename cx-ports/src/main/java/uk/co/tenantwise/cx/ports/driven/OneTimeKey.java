package uk.co.tenantwise.cx.ports.driven;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What something that is good for a limited time is known by once it is used up. It is a digest, so that whoever reads the
 * store can use none of it.
 *
 * @param digest SHA-256, 64 lower-case hexadecimal digits
 */
public record OneTimeKey(String digest) {
    /** Checks its form. @throws IllegalArgumentException when it is none */
    public OneTimeKey {
        if (!digest.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "digest must be 64 hexadecimal digits, had " + digest.length() + " characters");
        }
    }

    /** The key of something that {@code text} identifies. */
    public static OneTimeKey of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new OneTimeKey(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
