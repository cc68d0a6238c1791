package uk.co.tenantwise.cx.adapter.persistence.cancellation;

import uk.co.tenantwise.cx.adapter.persistence.TestDatabase;

class CancellationsOnPostgresTest extends JdbcCancellationsScenarios {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }

    @Override
    String blocked() {
        return "SELECT 1 FROM pg_locks WHERE NOT granted";
    }
}
