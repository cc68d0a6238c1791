package uk.co.tenantwise.cx.app.pages.web;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Derives keys from keys, so that one secret of the operator serves several purposes that have nothing to do with each other. */
final class SessionKeys {
    private static final String ALGORITHM = "HmacSHA256";

    private SessionKeys() {}

    /** The key of sessions, 32 bytes, from a secret that is used for something else too. */
    static byte[] derive(String secret) {
        return mac(secret.getBytes(StandardCharsets.UTF_8), "sessions of the pages");
    }

    static String digest(byte[] key, String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key, text));
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
