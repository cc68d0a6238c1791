package uk.co.tenantwise.cx.ports.driven;

import java.util.List;
import uk.co.tenantwise.cx.domain.settings.Company;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** Reads the companies of a Cx instance live. */
public interface ForReadingCompanies {
    /**
     * The companies, in the order of the answer.
     *
     * @throws CxFault when they cannot be read
     */
    List<Company> companies(CxConnection connection);
}
