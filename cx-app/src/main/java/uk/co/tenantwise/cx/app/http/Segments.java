package uk.co.tenantwise.cx.app.http;

import io.micronaut.http.HttpRequest;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Segments of the path as they were sent. The framework decodes path variables as if they were form data, where a plus sign
 * is a space; a reference may hold any printable character, so that its segment is decoded here, exactly once.
 */
final class Segments {
    private Segments() {}

    /** The decoded segment at {@code index}, 0 being the first one; empty when it is no percent-encoded UTF-8. */
    static Optional<String> of(HttpRequest<?> request, int index) {
        String[] segments = request.getPath().split("/", -1);
        return index + 1 < segments.length ? decode(segments[index + 1]) : Optional.empty();
    }

    /** Percent-encodes everything but letters, digits and the marks that need it nowhere. */
    static String encode(String text) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        return encoded.matches("\\.+") ? encoded.replace(".", "%2E") : encoded;
    }

    static Optional<String> decode(String raw) {
        ByteBuffer bytes = ByteBuffer.allocate(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c >= 0x80) {
                return Optional.empty();
            } else if (c != '%') {
                bytes.put((byte) c);
            } else if (i + 2 < raw.length() && hex(raw.charAt(i + 1)) >= 0 && hex(raw.charAt(i + 2)) >= 0) {
                bytes.put((byte) (hex(raw.charAt(i + 1)) << 4 | hex(raw.charAt(i + 2))));
                i += 2;
            } else {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static int hex(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }
}
