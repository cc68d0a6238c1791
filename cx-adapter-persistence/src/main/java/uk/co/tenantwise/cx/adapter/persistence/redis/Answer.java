package uk.co.tenantwise.cx.adapter.persistence.redis;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a script answered: a word, and what goes with it.
 *
 * @param parts bytes and numbers, the word first
 */
record Answer(List<?> parts) {
    String word() {
        return text(0);
    }

    byte[] bytes(int index) {
        return parts.get(index) instanceof byte[] bytes ? bytes : new byte[0];
    }

    String text(int index) {
        return new String(bytes(index), StandardCharsets.UTF_8);
    }

    long number(int index) {
        return parts.get(index) instanceof Long number ? number : 0;
    }
}
