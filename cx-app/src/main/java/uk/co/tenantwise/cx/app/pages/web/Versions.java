package uk.co.tenantwise.cx.app.pages.web;

import java.util.Optional;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;

/** Reads versions of the settings, as forms and addresses name them. */
final class Versions {
    private Versions() {}

    /** On which version {@code form} is based; one without a readable version is based on nothing that was ever saved. */
    static SettingsVersion of(Form form) {
        String text = form.get("version");
        return text.matches("[0-9]{1,18}") ? new SettingsVersion(Long.parseLong(text)) : SettingsVersion.INITIAL;
    }

    /** A version that was saved; empty when {@code text} names none. */
    static Optional<SettingsVersion> parse(String text) {
        return text.matches("[1-9][0-9]{0,17}")
                ? Optional.of(new SettingsVersion(Long.parseLong(text)))
                : Optional.empty();
    }
}
