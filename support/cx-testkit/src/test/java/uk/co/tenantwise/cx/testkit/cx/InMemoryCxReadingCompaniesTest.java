package uk.co.tenantwise.cx.testkit.cx;

import uk.co.tenantwise.cx.ports.driven.ForReadingCompanies;

class InMemoryCxReadingCompaniesTest extends ReadingCompaniesContract {
    @Override
    protected ForReadingCompanies port() {
        return cx;
    }
}
