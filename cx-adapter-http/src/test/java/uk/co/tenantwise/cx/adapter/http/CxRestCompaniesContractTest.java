package uk.co.tenantwise.cx.adapter.http;

import org.junit.jupiter.api.extension.RegisterExtension;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.ports.driven.ForReadingCompanies;
import uk.co.tenantwise.cx.testkit.cx.ReadingCompaniesContract;

class CxRestCompaniesContractTest extends ReadingCompaniesContract {
    @RegisterExtension
    final ServedCx served = new ServedCx(cx);

    @Override
    protected CxConnection connection() {
        return served.connection();
    }

    @Override
    protected ForReadingCompanies port() {
        return served.client().companies();
    }
}
