package uk.co.tenantwise.cx.adapter.persistence.settings;

import uk.co.tenantwise.cx.adapter.persistence.TestDatabase;

class SettingsOnH2Test extends JdbcSettingsScenarios {
    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }
}
