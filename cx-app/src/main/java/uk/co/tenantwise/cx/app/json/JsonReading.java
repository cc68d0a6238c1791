package uk.co.tenantwise.cx.app.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a JSON object into plain values: text, whole number, truth value and nested object; whatever else there is becomes
 * a value that no field accepts. Members that are null are left out. Thread-safe.
 */
final class JsonReading {
    private static final int MAX_DEPTH = 50;
    private static final int MAX_NUMBER = 100;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER)
                    .build())
            .build();

    /** Stands for lists, fractions and numbers beyond an int. */
    enum Other {
        VALUE
    }

    private JsonReading() {}

    /** The members of the object that {@code body} holds; empty when it holds no JSON, something else, or more. */
    static Optional<Map<String, Object>> read(byte[] body) {
        try (JsonParser parser = FACTORY.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            Map<String, Object> members = members(parser);
            return parser.nextToken() == null ? Optional.of(members) : Optional.empty();
        } catch (IOException malformed) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> members(JsonParser parser) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                members.put(name, value(parser));
            }
        }
        return members;
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(parser);
            case START_ARRAY -> skipped(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> number(parser);
            default -> Other.VALUE;
        };
    }

    private static Object skipped(JsonParser parser) throws IOException {
        parser.skipChildren();
        return Other.VALUE;
    }

    private static Object number(JsonParser parser) throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.INT ? (Object) parser.getIntValue() : Other.VALUE;
    }
}
