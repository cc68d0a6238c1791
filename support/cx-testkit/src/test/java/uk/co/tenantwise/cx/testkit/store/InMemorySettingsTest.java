package uk.co.tenantwise.cx.testkit.store;

import uk.co.tenantwise.cx.ports.driven.ForStoringSettings;

class InMemorySettingsTest extends SettingsContract {
    private final InMemorySettings settings = new InMemorySettings();

    @Override
    protected ForStoringSettings settings() {
        return settings;
    }

    @Override
    protected void takeAway() {
        settings.goAway();
    }

    @Override
    protected void bringBack() {
        settings.comeBack();
    }
}
