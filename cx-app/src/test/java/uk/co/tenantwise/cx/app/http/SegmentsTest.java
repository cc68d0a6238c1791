package uk.co.tenantwise.cx.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentsTest {
    @Nested
    class Decode {
        @ParameterizedTest
        @ValueSource(strings = {"a/b", "a b", "a+b", "100%", "%2F", "..", "Tŷ", "家", "a;b&c=d?e#f", "😀", "*"})
        void decode_shouldBeTheInverseOfEncode(String text) {
            String encoded = Segments.encode(text);
            assertThat(encoded).matches("[A-Za-z0-9%._*-]+").isNotEqualTo("..");
            assertThat(Segments.decode(encoded)).contains(text);
        }

        @Test
        void decode_shouldDecodeOnce_andLeaveAPlusSignAlone() {
            assertThat(Segments.decode("%252F+")).contains("%2F+");
        }

        @ParameterizedTest
        @ValueSource(strings = {"%", "%2", "%zz", "%C3", "%C3%28", "%ED%A0%80", "%FF", "é", "%１１"})
        void decode_shouldBeEmpty_whenItIsNoPercentEncodedUtf8(String raw) {
            assertThat(Segments.decode(raw)).isEmpty();
        }
    }
}
