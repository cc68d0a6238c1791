package uk.co.tenantwise.cx.adapter.persistence.redis;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names for Redis that tell nothing: keyed hashes, the same on all nodes that share a key file, and of no meaning to
 * anybody without it. Two instances never make the same name. Thread-safe.
 */
final class Names {
    private static final int BYTES = 18;

    private final SecretKeySpec key;

    Names(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** The name of what {@code parts} describe; 24 characters. */
    String of(String... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String part : parts) {
            byte[] text = part.getBytes(StandardCharsets.UTF_8);
            // The length before the text: two lists of parts never look the same.
            bytes.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
            bytes.writeBytes(text);
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(mac.doFinal(bytes.toByteArray()), BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
