package uk.co.tenantwise.cx.app.pages.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A form as it was sent, {@code application/x-www-form-urlencoded} in UTF-8. A field that is sent twice counts once, the
 * first time.
 *
 * @param values by name
 */
record Form(Map<String, String> values) {
    static final Form EMPTY = new Form(Map.of());

    private static final int MOST_FIELDS = 100;

    Form {
        values = Map.copyOf(values);
    }

    /** What {@code text} holds; nothing when it is malformed. */
    static Form parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        try {
            for (String pair : text.split("&", MOST_FIELDS)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    values.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                }
            }
        } catch (IllegalArgumentException malformed) {
            return EMPTY;
        }
        return new Form(values);
    }

    /** The value of {@code name}; empty when there is none. */
    String get(String name) {
        return values.getOrDefault(name, "");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
