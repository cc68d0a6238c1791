package uk.co.tenantwise.cx.adapter.persistence.cancellation;

import uk.co.tenantwise.cx.adapter.persistence.TestDatabase;

class AnswersOnH2Test extends JdbcAnswersScenarios {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
