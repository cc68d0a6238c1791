package uk.co.tenantwise.cx.testkit.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.settings.ConnectionSettings;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.domain.settings.SettingsChange;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;
import uk.co.tenantwise.cx.ports.driven.ForStoringSettings;

/** Fake of the settings store. While it is away the current settings stay readable, as with the real one. */
public final class InMemorySettings extends InMemoryStore implements ForStoringSettings {
    private final List<IntegrationSettings> versions = new ArrayList<>(List.of(IntegrationSettings.DEFAULT));
    private final List<SettingsChange> changes = new ArrayList<>();

    @Override
    public synchronized IntegrationSettings current() {
        return versions.get(versions.size() - 1);
    }

    @Override
    public synchronized boolean save(IntegrationSettings next, SettingsChange change) {
        if (!change.version().equals(next.version())) {
            throw new IllegalArgumentException(
                    "change must be of version " + next.version() + ", was " + change.version());
        }
        reach();
        if (!next.version().equals(current().version().next())) {
            return false;
        }
        versions.add(next);
        changes.add(0, new SettingsChange(change.version(), stored(change.at()), change.actor(), change.changes()));
        return true;
    }

    @Override
    public synchronized List<SettingsChange> history(Optional<SettingsVersion> before, int limit) {
        reach();
        return changes.stream()
                .filter(change -> before.isEmpty() || change.version().compareTo(before.get()) < 0)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<IntegrationSettings> at(SettingsVersion version) {
        reach();
        return versions.stream()
                .filter(each -> each.version().equals(version))
                .findFirst()
                .map(this::withPasswordOfNow);
    }

    private IntegrationSettings withPasswordOfNow(IntegrationSettings then) {
        ConnectionSettings connection = then.connection();
        return new IntegrationSettings(
                then.version(),
                then.source(),
                new ConnectionSettings(
                        connection.enabled(),
                        connection.apiUrl(),
                        connection.username(),
                        current().connection().password()),
                then.company(),
                then.repairs(),
                then.refresh());
    }
}
