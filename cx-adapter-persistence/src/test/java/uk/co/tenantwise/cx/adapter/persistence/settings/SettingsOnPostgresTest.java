package uk.co.tenantwise.cx.adapter.persistence.settings;

import uk.co.tenantwise.cx.adapter.persistence.TestDatabase;

class SettingsOnPostgresTest extends JdbcSettingsScenarios {
    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
