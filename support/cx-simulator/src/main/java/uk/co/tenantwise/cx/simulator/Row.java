package uk.co.tenantwise.cx.simulator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one record as Cx would answer them: an immutable, ordered map from PascalCase key to value.
 *
 * <p>A {@link java.time.LocalDateTime} is written in the site's date style and another row as a nested object; null is
 * written as null, and a key that is not there is left out. Any other value, right or wrong, is written as it is, so a
 * test can put text where Cx promises a date.
 *
 * @param values the fields in the order in which they are written
 */
public record Row(Map<String, @Nullable Object> values) {

    /** A row without any field. */
    public static final Row EMPTY = new Row(Map.of());

    public Row {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** This row with one field set; null is a value and is written. */
    public Row with(String key, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(values);
        changed.put(key, value);
        return new Row(changed);
    }

    /** This row with one field left out. */
    public Row without(String key) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(values);
        changed.remove(key);
        return new Row(changed);
    }

    /** The value of a field, empty when it is absent or null. */
    public Optional<Object> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The value of a field as text, empty when it is absent, null or no text. */
    public Optional<String> text(String key) {
        return value(key).filter(String.class::isInstance).map(String.class::cast);
    }
}
