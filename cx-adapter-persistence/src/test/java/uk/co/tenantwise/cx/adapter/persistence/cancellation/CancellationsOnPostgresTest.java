package uk.co.tenantwise.cx.adapter.persistence.cancellation;

import uk.co.tenantwise.cx.adapter.persistence.TestDatabase;

class CancellationsOnPostgresTest extends JdbcCancellationsScenarios {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }

    @Override
    String blocked() {
        return "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'";
    }
}
