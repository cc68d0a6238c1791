package uk.co.tenantwise.cx.app.json;

import io.micronaut.serde.annotation.Serdeable;
import uk.co.tenantwise.cx.domain.settings.Company;

/**
 * A company of Cx.
 *
 * @param id its identity
 * @param code its short code, may be empty
 * @param name what people call it
 */
@Serdeable.Serializable
public record CompanyJson(String id, String code, String name) {
    /** What {@code company} looks like. */
    public static CompanyJson of(Company company) {
        return new CompanyJson(company.id().value(), company.code(), company.name());
    }
}
