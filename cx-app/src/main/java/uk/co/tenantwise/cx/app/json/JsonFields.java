package uk.co.tenantwise.cx.app.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.co.tenantwise.cx.domain.settings.FieldProblem;

/**
 * The fields of a JSON object, read one by one. A field of the wrong type counts as absent and is reported, and so is
 * every field that nobody asked for. Not thread-safe; lives for one request.
 */
public final class JsonFields {
    private final String path;
    private final Map<String, Object> members;
    private final Set<String> known = new HashSet<>();
    private final List<JsonFields> nested = new ArrayList<>();
    private final List<FieldProblem> problems = new ArrayList<>();

    private JsonFields(String path, Map<String, Object> members) {
        this.path = path;
        this.members = members;
    }

    /** The fields of the object that {@code body} holds; empty when it holds no well-formed JSON object. */
    public static Optional<JsonFields> read(byte[] body) {
        return JsonReading.read(body).map(members -> new JsonFields("", members));
    }

    /** An object without fields. */
    public static JsonFields none() {
        return new JsonFields("", Map.of());
    }

    /** A text. */
    public Optional<String> text(String name) {
        return field(name, String.class, "Give a text");
    }

    /** A whole number, written without a fraction or an exponent. */
    public Optional<Integer> number(String name) {
        return field(name, Integer.class, "Give a whole number");
    }

    /** A truth value. */
    public Optional<Boolean> flag(String name) {
        return field(name, Boolean.class, "Give true or false");
    }

    /** A nested object; its problems are among those of this one. */
    @SuppressWarnings("unchecked")
    public Optional<JsonFields> object(String name) {
        return field(name, Map.class, "Give an object")
                .map(inner -> new JsonFields(path + name + ".", (Map<String, Object>) inner))
                .map(fields -> {
                    nested.add(fields);
                    return fields;
                });
    }

    /** Lets a field pass that answers hold and requests need not. */
    public void ignore(String name) {
        known.add(name);
    }

    /** Wrong types and unknown fields so far, those of nested objects included. */
    public List<FieldProblem> problems() {
        List<FieldProblem> all = new ArrayList<>(problems);
        members.keySet().stream()
                .filter(name -> !known.contains(name))
                .map(name -> new FieldProblem(path + name, "This field is not known"))
                .forEach(all::add);
        nested.forEach(fields -> all.addAll(fields.problems()));
        return all;
    }

    private <T> Optional<T> field(String name, Class<T> type, String message) {
        known.add(name);
        Object value = members.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            problems.add(new FieldProblem(path + name, message));
            return Optional.empty();
        }
        return Optional.of(type.cast(value));
    }
}
