package uk.co.tenantwise.cx.ports.driven;

import java.util.List;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.domain.settings.SettingsChange;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;

/** Stores the settings, all or nothing, with their history (rule R1). */
public interface ForStoringSettings {
    /** The settings last saved, {@link IntegrationSettings#DEFAULT} before the first save. */
    IntegrationSettings current();

    /**
     * Stores {@code next} and {@code change} together, durably, or neither.
     *
     * @return false, with nothing stored, when another save came first: {@code next} must be one version after
     *     {@link #current()}
     */
    boolean save(IntegrationSettings next, SettingsChange change);

    /** At most {@code limit} changes, newest first, from before {@code before} when it is given. */
    List<SettingsChange> history(Optional<SettingsVersion> before, int limit);

    /**
     * The settings as they were at {@code version}, with the password that is stored now: former passwords are not kept.
     * Empty when there was no such version.
     */
    Optional<IntegrationSettings> at(SettingsVersion version);
}
