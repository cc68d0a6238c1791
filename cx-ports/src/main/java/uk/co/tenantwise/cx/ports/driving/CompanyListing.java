package uk.co.tenantwise.cx.ports.driving;

import java.util.List;
import uk.co.tenantwise.cx.domain.settings.Company;

/** The answer to an administrator who wants to see the companies. */
public sealed interface CompanyListing {
    /**
     * Here they are.
     *
     * @param companies in the order of Cx
     */
    record Listed(List<Company> companies) implements CompanyListing {}

    /** API URL, user name or password has not been saved yet. */
    record NotConnected() implements CompanyListing {}
}
