package uk.co.tenantwise.cx.ports.driving;

/** Lists the companies of the connected Cx instance, live, with the saved credentials (rule R2). */
public interface ForListingCompanies {
    /** The companies. @throws CxFault when they cannot be read */
    CompanyListing companies();
}
