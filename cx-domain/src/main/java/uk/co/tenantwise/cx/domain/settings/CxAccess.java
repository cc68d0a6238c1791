package uk.co.tenantwise.cx.domain.settings;

/**
 * Everything that is needed to read one company's data. References may repeat between companies, so that no call goes
 * without one.
 *
 * @param connection how to log in
 * @param company whose data
 */
public record CxAccess(CxConnection connection, CompanyId company) {}
