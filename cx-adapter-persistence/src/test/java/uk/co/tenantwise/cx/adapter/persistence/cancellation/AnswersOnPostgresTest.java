package uk.co.tenantwise.cx.adapter.persistence.cancellation;

import uk.co.tenantwise.cx.adapter.persistence.TestDatabase;

class AnswersOnPostgresTest extends JdbcAnswersScenarios {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
