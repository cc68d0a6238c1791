package uk.co.tenantwise.cx.app.pages.view;

import java.util.Optional;

/**
 * One field of a form.
 *
 * @param name under which it is sent; also its identity on the page, with a hyphen for each dot
 * @param value what it holds
 * @param error what is wrong with it
 */
public record Field(String name, String value, Optional<String> error) {
    /** A field without an error. */
    public static Field of(String name, String value) {
        return new Field(name, value, Optional.empty());
    }

    /** Its identity on the page. */
    public String id() {
        return name.replace('.', '-');
    }

    /** Whether it holds {@code choice}. */
    public boolean is(String choice) {
        return value.equals(choice);
    }

    /** Whether something is wrong with it. */
    public boolean wrong() {
        return error.isPresent();
    }
}
