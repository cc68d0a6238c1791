package uk.co.tenantwise.cx.adapter.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.co.tenantwise.cx.domain.settings.Company;
import uk.co.tenantwise.cx.domain.settings.CompanyId;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.ports.driven.ForReadingCompanies;
import uk.co.tenantwise.cx.ports.driven.Rows;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** Reads companies. Thread-safe. */
final class CxRestCompanies implements ForReadingCompanies {
    private static final String WHAT = CxCallKind.COMPANIES.what();

    private final CxCalls calls;
    private final PathTemplates paths;

    CxRestCompanies(CxCalls calls, PathTemplates paths) {
        this.calls = calls;
        this.paths = paths;
    }

    @Override
    public List<Company> companies(CxConnection connection) {
        return calls.read(connection, CxRequest.get(CxCallKind.COMPANIES, paths.companies()), CxRestCompanies::read);
    }

    private static List<Company> read(byte[] json) {
        Rows<Company> companies = CxJson.rows(json, WHAT, CxRows::company);
        if (companies.rows().isEmpty() && companies.setAside() > 0) {
            throw new CxFault.ContractBroken("Cx sent companies, but none with a usable CompanyId");
        }
        Map<CompanyId, Company> unique = new LinkedHashMap<>();
        companies.rows().forEach(company -> unique.put(company.id(), company));
        return List.copyOf(unique.values());
    }
}
