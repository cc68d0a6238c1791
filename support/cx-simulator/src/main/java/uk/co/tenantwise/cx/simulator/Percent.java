package uk.co.tenantwise.cx.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Strict percent-decoding, once, into UTF-8 text; a plus sign in a path is a plus sign. */
final class Percent {

    private static final int RADIX = 16;

    private Percent() {}

    static String decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        byte[] raw = encoded.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] != '%') {
                bytes.write(raw[i]);
            } else {
                if (i + 2 >= raw.length) {
                    throw new IllegalArgumentException("percent-encoding ends early");
                }
                bytes.write(digit(raw[++i]) * RADIX + digit(raw[++i]));
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("percent-encoding is not UTF-8", e);
        }
    }

    /** The parameters of a raw query; of a repeated one the first counts. */
    static Map<String, String> query(@Nullable String raw) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (raw != null && !raw.isEmpty()) {
            for (String pair : raw.split("&", -1)) {
                int equals = pair.indexOf('=');
                String key = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters.putIfAbsent(decode(key.replace('+', ' ')), decode(value.replace('+', ' ')));
            }
        }
        return parameters;
    }

    private static int digit(byte hex) {
        int value = Character.digit(hex, RADIX);
        if (value < 0) {
            throw new IllegalArgumentException("percent-encoding holds a character that is no digit");
        }
        return value;
    }
}
