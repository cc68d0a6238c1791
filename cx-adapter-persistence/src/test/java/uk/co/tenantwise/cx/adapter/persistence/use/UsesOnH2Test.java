package uk.co.tenantwise.cx.adapter.persistence.use;

import uk.co.tenantwise.cx.adapter.persistence.TestDatabase;

class UsesOnH2Test extends JdbcUsesScenarios {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
