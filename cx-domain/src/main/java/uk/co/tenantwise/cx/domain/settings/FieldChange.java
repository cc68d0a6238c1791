package uk.co.tenantwise.cx.domain.settings;

import java.util.Optional;

/**
 * One field before and after a save. A password is never among the values: it is said to be set or changed.
 *
 * @param field the name of the field as the API spells it, such as {@code repairs.startDate}
 * @param before its value before, empty when it had none
 * @param after its value after, empty when it has none
 */
public record FieldChange(String field, Optional<String> before, Optional<String> after) {}
