package uk.co.tenantwise.cx.adapter.persistence.cancellation;

import uk.co.tenantwise.cx.adapter.persistence.TestDatabase;

class CancellationsOnPostgresTest extends JdbcCancellationsScenarios {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
