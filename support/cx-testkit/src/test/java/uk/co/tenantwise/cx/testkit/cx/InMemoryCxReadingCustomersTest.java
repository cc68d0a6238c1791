package uk.co.tenantwise.cx.testkit.cx;

import uk.co.tenantwise.cx.ports.driven.ForReadingCustomers;

class InMemoryCxReadingCustomersTest extends ReadingCustomersContract {
    @Override
    protected ForReadingCustomers port() {
        return cx;
    }
}
