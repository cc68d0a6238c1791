package uk.co.tenantwise.cx.adapter.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serial;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An object of Cx. Names are read without regard to case; a name that is spelt exactly comes first. Null, missing and
 * blank are all the same: absent.
 */
final class CxRow {
    /** The row cannot be used, since it cannot be told what or whose it is. */
    static final class Unusable extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        private Unusable() {
            super("row without a usable reference", null, false, false);
        }
    }

    private final ObjectNode object;

    private CxRow(ObjectNode object) {
        this.object = object;
    }

    /** @throws Unusable when {@code node} is not an object */
    static CxRow of(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return new CxRow(object);
        }
        throw new Unusable();
    }

    /** A text for people, stripped; a number or a truth value counts as its text. */
    Optional<String> text(String name) {
        return value(name)
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asText)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** A date or time; only a text can be one. */
    Optional<String> time(String name) {
        return value(name).filter(JsonNode::isTextual).map(JsonNode::asText).filter(text -> !text.isBlank());
    }

    /** A reference, exactly as it was sent. @throws Unusable when it is absent or not a reference */
    <T> T reference(String name, Function<String, T> make) {
        return optionalReference(name, make).orElseThrow(Unusable::new);
    }

    /** A reference that may be absent. @throws Unusable when there is something that is not a reference */
    <T> Optional<T> optionalReference(String name, Function<String, T> make) {
        Optional<JsonNode> value = value(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!value.get().isTextual() && !value.get().isNumber()) {
            throw new Unusable();
        }
        String text = value.get().asText();
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(make.apply(text));
        } catch (IllegalArgumentException e) {
            throw new Unusable();
        }
    }

    /** Whether that is true, or the text "true". */
    boolean isTrue(String name) {
        return truth(name).orElse(false);
    }

    /** A truth value, or the text of one. */
    Optional<Boolean> truth(String name) {
        return text(name).flatMap(text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    /** Whether this says that Cx refused. */
    boolean isRefusal() {
        return truth("Success").filter(success -> !success).isPresent();
    }

    /** The objects of an array; whatever else is in it is left out. */
    Stream<CxRow> children(String name) {
        return value(name).stream()
                .filter(JsonNode::isArray)
                .flatMap(array -> StreamSupport.stream(array.spliterator(), false))
                .filter(ObjectNode.class::isInstance)
                .map(CxRow::of);
    }

    private Optional<JsonNode> value(String name) {
        JsonNode exact = object.get(name);
        return exact != null && !exact.isNull()
                ? Optional.of(exact)
                : object.properties().stream()
                        .filter(property -> property.getKey().equalsIgnoreCase(name))
                        .map(Map.Entry::getValue)
                        .filter(value -> !value.isNull())
                        .findFirst();
    }
}
