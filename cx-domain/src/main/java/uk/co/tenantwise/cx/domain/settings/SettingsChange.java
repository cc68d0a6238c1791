package uk.co.tenantwise.cx.domain.settings;

import java.time.Instant;
import java.util.List;

/**
 * One save, as the history shows it.
 *
 * @param version the version that it made
 * @param at when
 * @param actor who
 * @param changes what, at least one field
 */
public record SettingsChange(SettingsVersion version, Instant at, String actor, List<FieldChange> changes) {
    /** Copies the list. */
    public SettingsChange {
        changes = List.copyOf(changes);
    }
}
