package uk.co.tenantwise.cx.domain.settings;

import java.util.Optional;
import java.util.function.Function;

/**
 * The connection as an administrator entered it (rule R2).
 *
 * @param enabled required
 * @param apiUrl required; may be blank while the integration is disabled
 * @param username required; may be blank while the integration is disabled, at most 200 characters
 * @param password a new password; absent to keep the stored one, which another host than the stored one never gets
 */
public record ConnectionDraft(
        Optional<Boolean> enabled, Optional<String> apiUrl, Optional<String> username, Optional<Secret> password) {
    private static final int MAX_TEXT = 200;

    /**
     * Checks the draft against the stored connection.
     *
     * @param stored the connection now in force
     * @param objection says why an address may not be used on this instance, if there is a reason
     */
    public Checked<ConnectionSettings> check(ConnectionSettings stored, Function<ApiUrl, Optional<String>> objection) {
        Checks checks = new Checks();
        checks.required("enabled", enabled, "Say whether the integration is enabled: true or false");
        boolean on = enabled.orElse(false);
        String name = checks.text("username", username, MAX_TEXT).orElse("");
        if (on && username.isPresent() && name.isBlank()) {
            checks.reject("username", "Enter the user name of the Cx user");
        }
        Optional<ApiUrl> url = checkUrl(checks, on, objection);
        Optional<Secret> secret = checkPassword(checks, on, url, stored);
        return checks.result(() -> new ConnectionSettings(on, url, name, secret));
    }

    private Optional<ApiUrl> checkUrl(Checks checks, boolean on, Function<ApiUrl, Optional<String>> objection) {
        String missing = "Enter the API URL, the address of your Cx instance, such as https://cx.yourdomain.com";
        String text = checks.required("apiUrl", apiUrl, missing).orElse("");
        if (text.isBlank()) {
            if (on) {
                checks.reject("apiUrl", missing);
            }
            return Optional.empty();
        }
        Optional<ApiUrl> url = parse(checks, text);
        url.flatMap(objection).ifPresent(reason -> checks.reject("apiUrl", reason));
        return url;
    }

    private static Optional<ApiUrl> parse(Checks checks, String text) {
        try {
            return Optional.of(ApiUrl.parse(text));
        } catch (IllegalArgumentException e) {
            checks.reject("apiUrl", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<Secret> checkPassword(Checks checks, boolean on, Optional<ApiUrl> url, ConnectionSettings stored) {
        if (password.isPresent()) {
            if (password.get().reveal().length() > MAX_TEXT) {
                checks.reject("password", "Enter a password of at most " + MAX_TEXT + " characters");
            }
            return password;
        }
        // A stored password without a stored URL belongs to no host: clearing the URL first must not get around the
        // rule.
        boolean otherHost =
                url.isPresent() && !url.map(ApiUrl::host).equals(stored.apiUrl().map(ApiUrl::host));
        if (otherHost && stored.password().isPresent()) {
            checks.reject("password", "Enter the password again, because the host of the API URL has changed");
        } else if (on && stored.password().isEmpty()) {
            checks.reject("password", "Enter the password of the Cx user");
        }
        return stored.password();
    }
}
