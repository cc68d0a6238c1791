package uk.co.tenantwise.cx.adapter.persistence.use;

import uk.co.tenantwise.cx.adapter.persistence.TestDatabase;

class UsesOnPostgresTest extends JdbcUsesScenarios {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
