package uk.co.tenantwise.cx.domain.settings;

/**
 * A company of a Cx instance.
 *
 * @param id its identity
 * @param code its short code, may be empty
 * @param name what people call it
 */
public record Company(CompanyId id, String code, String name) {}
