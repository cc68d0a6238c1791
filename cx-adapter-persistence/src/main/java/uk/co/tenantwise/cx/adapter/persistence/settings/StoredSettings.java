package uk.co.tenantwise.cx.adapter.persistence.settings;

import java.util.Optional;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;

/**
 * Settings as they were read.
 *
 * @param settings without a password when it cannot be decrypted
 * @param passwordTrouble why the stored password cannot be decrypted, if that is the case
 */
record StoredSettings(IntegrationSettings settings, Optional<String> passwordTrouble) {}
