package uk.co.tenantwise.cx.ports.application;

import uk.co.tenantwise.cx.ports.driven.ForReadingCompanies;
import uk.co.tenantwise.cx.ports.driven.ForStoringSettings;
import uk.co.tenantwise.cx.ports.driving.CompanyListing;
import uk.co.tenantwise.cx.ports.driving.ForListingCompanies;

/** Lists companies with the saved credentials, whether or not the integration is enabled. */
final class ListingCompanies implements ForListingCompanies {
    private final ForReadingCompanies companies;
    private final ForStoringSettings settings;

    ListingCompanies(ForReadingCompanies companies, ForStoringSettings settings) {
        this.companies = companies;
        this.settings = settings;
    }

    @Override
    public CompanyListing companies() {
        return settings.current()
                .connection()
                .connection()
                .<CompanyListing>map(connection -> new CompanyListing.Listed(companies.companies(connection)))
                .orElseGet(CompanyListing.NotConnected::new);
    }
}
