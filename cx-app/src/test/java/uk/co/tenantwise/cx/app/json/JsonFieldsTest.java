package uk.co.tenantwise.cx.app.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import uk.co.tenantwise.cx.domain.settings.FieldProblem;

class JsonFieldsTest {
    private static JsonFields read(String json) {
        return JsonFields.read(json.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    @Nested
    class Read {
        @Test
        void read_shouldGiveEachTypeAsItIs_andNullAsAbsent() {
            JsonFields fields = read("{\"t\": \"x\", \"n\": -7, \"f\": true, \"o\": {\"in\": 1}, \"z\": null}");
            assertThat(fields.text("t")).contains("x");
            assertThat(fields.number("n")).contains(-7);
            assertThat(fields.flag("f")).contains(true);
            assertThat(fields.object("o").orElseThrow().number("in")).contains(1);
            assertThat(fields.text("z")).isEmpty();
            assertThat(fields.problems()).isEmpty();
        }

        @Test
        void problems_shouldNameWrongTypesAndUnknownFields_nestedOnesToo() {
            JsonFields fields =
                    read("{\"t\": 1, \"n\": 1.0, \"big\": 2147483648, \"o\": {\"x\": [1, {\"y\": 2}]}, \"u\": 1}");
            assertThat(fields.text("t")).isEmpty();
            assertThat(fields.number("n")).isEmpty();
            assertThat(fields.number("big")).isEmpty();
            assertThat(fields.object("o")).isPresent();
            assertThat(fields.problems())
                    .extracting(FieldProblem::field)
                    .containsExactlyInAnyOrder("t", "n", "big", "u", "o.x");
        }

        @Test
        void read_shouldBeEmpty_whenItIsNotOneObject() {
            for (String json : new String[] {"", "[]", "{}{}", "{\"a\":1,\"a\":2}", "{\"a\":{\"b\":1,\"b\":2}}", "{"}) {
                assertThat(JsonFields.read(json.getBytes(StandardCharsets.UTF_8)))
                        .as(json)
                        .isEmpty();
            }
            assertThat(JsonFields.read(new byte[] {'{', '"', (byte) 0xC3, '(', '"', ':', '1', '}'}))
                    .isEmpty();
        }
    }
}
