package uk.co.tenantwise.cx.domain.settings;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Collects the problems of one draft, one for each field. Not thread-safe; lives for one check. */
final class Checks {
    private final List<FieldProblem> problems = new ArrayList<>();

    void reject(String field, String message) {
        if (problems.stream().noneMatch(problem -> problem.field().equals(field))) {
            problems.add(new FieldProblem(field, message));
        }
    }

    <T> Optional<T> required(String field, Optional<T> value, String message) {
        if (value.isEmpty()) {
            reject(field, message);
        }
        return value;
    }

    Optional<Integer> number(String field, Optional<Integer> value, int min, int max, String unit) {
        String message = "Enter a whole number of " + unit + " from " + min + " to " + max;
        return required(field, value.filter(number -> number >= min && number <= max), message);
    }

    Optional<String> text(String field, Optional<String> value, int max) {
        Optional<String> given = required(field, value, "Give this field; an empty text stands for none")
                .map(String::strip);
        if (given.filter(text -> text.length() > max).isPresent()) {
            reject(field, "Enter at most " + max + " characters");
        }
        if (given.filter(text -> text.chars().anyMatch(Character::isISOControl)).isPresent()) {
            reject(field, "Enter one line of printable characters");
        }
        return given;
    }

    /** Reads a date or a time that must look like {@code shape}. */
    <T> Optional<T> read(
            String field, Optional<String> text, Pattern shape, Function<String, T> parser, String message) {
        Optional<String> wellFormed =
                text.map(String::strip).filter(each -> shape.matcher(each).matches());
        try {
            return required(field, wellFormed.map(parser), message);
        } catch (DateTimeException e) {
            return required(field, Optional.empty(), message);
        }
    }

    <E extends Enum<E>> Optional<E> choice(String field, Optional<String> value, E[] values) {
        String message =
                "Choose one of " + Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", "));
        Optional<E> chosen = value.flatMap(text ->
                Arrays.stream(values).filter(each -> each.name().equals(text)).findFirst());
        return required(field, chosen, message);
    }

    <T> Checked<T> result(Supplier<T> whenValid) {
        return problems.isEmpty() ? new Checked.Valid<>(whenValid.get()) : new Checked.Invalid<>(problems);
    }
}
