package uk.co.tenantwise.cx.domain.settings;

import java.util.Optional;

/**
 * The connection part of the settings.
 *
 * @param enabled whether the integration is switched on
 * @param apiUrl the base URL, once entered
 * @param username the Cx user, empty until entered
 * @param password its password, once entered
 */
public record ConnectionSettings(boolean enabled, Optional<ApiUrl> apiUrl, String username, Optional<Secret> password) {
    /** Switched off, nothing entered. */
    public static final ConnectionSettings DEFAULT =
            new ConnectionSettings(false, Optional.empty(), "", Optional.empty());

    /** The connection, when everything that it needs has been entered; whether it is enabled does not matter here. */
    public Optional<CxConnection> connection() {
        return username.isBlank()
                ? Optional.empty()
                : apiUrl.flatMap(url -> password.map(secret -> new CxConnection(url, username, secret)));
    }
}
