package uk.co.tenantwise.cx.adapter.persistence.cancellation;

import uk.co.tenantwise.cx.adapter.persistence.TestDatabase;

class CancellationsOnH2Test extends JdbcCancellationsScenarios {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
