package uk.co.tenantwise.cx.domain.settings;

/**
 * Where a repair or an appointment is known: references may repeat between companies, and between Cx instances.
 *
 * @param apiUrl the Cx instance
 * @param company the company in it
 */
public record CxSite(ApiUrl apiUrl, CompanyId company) {
    /** The site that {@code access} leads to. */
    public static CxSite of(CxAccess access) {
        return new CxSite(access.connection().apiUrl(), access.company());
    }
}
