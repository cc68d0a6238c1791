package uk.co.tenantwise.cx.domain.settings;

import java.util.List;

/**
 * The result of checking a draft.
 *
 * @param <T> what a faultless draft becomes
 */
public sealed interface Checked<T> {
    /**
     * Nothing is wrong.
     *
     * @param value what the draft means
     * @param <T> its type
     */
    record Valid<T>(T value) implements Checked<T> {}

    /**
     * Something is wrong; nothing may be saved.
     *
     * @param problems at least one, at most one for each field
     * @param <T> what the draft would have become
     */
    record Invalid<T>(List<FieldProblem> problems) implements Checked<T> {
        /** Copies the list. @throws IllegalArgumentException when it is empty */
        public Invalid {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("problems must not be empty");
            }
        }
    }

    /** The problems, empty when there are none. */
    default List<FieldProblem> findings() {
        return switch (this) {
            case Valid<T> valid -> List.of();
            case Invalid<T> invalid -> invalid.problems();
        };
    }
}
