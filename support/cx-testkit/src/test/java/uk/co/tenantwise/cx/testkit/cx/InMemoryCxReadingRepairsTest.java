package uk.co.tenantwise.cx.testkit.cx;

import uk.co.tenantwise.cx.ports.driven.ForReadingRepairs;

class InMemoryCxReadingRepairsTest extends ReadingRepairsContract {
    @Override
    protected ForReadingRepairs port() {
        return cx;
    }
}
