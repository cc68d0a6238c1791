package uk.co.tenantwise.cx.ports.driving;

import java.util.Optional;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;

/**
 * Who saves, and on which version they base it.
 *
 * @param actor for the history
 * @param basedOn the version that the administrator looked at; empty to save over whatever there is
 */
public record Save(String actor, Optional<SettingsVersion> basedOn) {}
