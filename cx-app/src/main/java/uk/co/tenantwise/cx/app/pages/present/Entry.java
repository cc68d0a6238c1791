package uk.co.tenantwise.cx.app.pages.present;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.co.tenantwise.cx.app.pages.view.Field;
import uk.co.tenantwise.cx.app.pages.view.FieldError;
import uk.co.tenantwise.cx.domain.settings.FieldProblem;

/**
 * A form as somebody filled it in, with what is wrong with it, so that it can be shown again as it was.
 *
 * @param section which form
 * @param values what was entered, by field
 * @param problems what is wrong, worded for this page
 */
public record Entry(Section section, Map<String, String> values, List<FieldProblem> problems) {
    /** Copies both. A field that several problems name keeps the first. */
    public Entry {
        values = Map.copyOf(values);
        problems = problems.stream().map(Entry::worded).toList();
    }

    /** The forms of the settings page. */
    public enum Section {
        /** How Cx is reached. */
        CONNECTION,
        /** Whose data are shown. */
        COMPANY,
        /** What customers see and may cancel. */
        REPAIRS,
        /** How long data are kept. */
        REFRESH,
        /** Who shall see changes at once. */
        APPLY;

        /** The part of the page that it stands in. */
        String id() {
            return this == APPLY ? "apply-now" : name().toLowerCase(Locale.ROOT);
        }
    }

    /** A field as it was entered. */
    Field field(String name) {
        return new Field(
                name,
                values.getOrDefault(name, ""),
                problems.stream()
                        .filter(problem -> problem.field().equals(name))
                        .map(FieldProblem::message)
                        .findFirst());
    }

    /** A field whose content is never shown again. */
    Field blank(String name) {
        return new Field(name, "", field(name).error());
    }

    /** The error summary. */
    public List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        problems.forEach(problem ->
                errors.add(new FieldError(Field.of(problem.field(), "").id(), problem.message())));
        return errors;
    }

    /** The API speaks of {@code yyyy-MM-dd} and of truth values; people who fill in a form do not. */
    private static FieldProblem worded(FieldProblem problem) {
        return switch (problem.field()) {
            case "startDate" ->
                new FieldProblem("startDate", "Enter the repairs start date as a real date, such as 1/4/2026");
            case "cancellation.enabled" ->
                new FieldProblem("cancellation.enabled", "Select yes if customers can cancel their repairs");
            case "cancellation.cutOff" ->
                new FieldProblem("cancellation.cutOff", "Enter the cut-off time as a time, such as 09:00 or 17:30");
            case "enabled" -> new FieldProblem("enabled", "Select whether the API integration is enabled");
            default -> problem;
        };
    }
}
