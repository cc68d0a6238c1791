package uk.co.tenantwise.cx.domain.settings;

/**
 * What is wrong with one field of a draft.
 *
 * @param field the name of the field, with a dot before a nested one
 * @param message what to do about it, for the administrator
 */
public record FieldProblem(String field, String message) {}
