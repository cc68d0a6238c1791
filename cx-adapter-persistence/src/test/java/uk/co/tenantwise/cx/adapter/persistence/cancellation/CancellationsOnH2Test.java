package uk.co.tenantwise.cx.adapter.persistence.cancellation;

import uk.co.tenantwise.cx.adapter.persistence.TestDatabase;

class CancellationsOnH2Test extends JdbcCancellationsScenarios {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }

    /** Always: H2 lets nobody wait, but takes the target for taken as long as that is not committed. */
    @Override
    String blocked() {
        return "SELECT 1";
    }
}
