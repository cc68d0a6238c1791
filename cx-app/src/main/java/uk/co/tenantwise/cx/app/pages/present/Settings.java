package uk.co.tenantwise.cx.app.pages.present;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.co.tenantwise.cx.app.pages.view.Field;
import uk.co.tenantwise.cx.app.pages.view.LadderView;
import uk.co.tenantwise.cx.app.pages.view.SettingsView;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;

/**
 * Shows the settings.
 *
 * @param addresses from where this instance calls Cx, may be empty
 */
public record Settings(List<String> addresses) {
    /** Copies the list. */
    public Settings {
        addresses = List.copyOf(addresses);
    }

    /**
     * The page.
     *
     * @param settings what is saved
     * @param companies the live list
     * @param entry the form that could not be saved, if there is one
     * @param ladder the connection test, if it was run
     * @param example what the notice of the form means
     */
    public SettingsView page(
            IntegrationSettings settings,
            Companies companies,
            Optional<Entry> entry,
            Optional<LadderView> ladder,
            String example) {
        SettingsForms forms = new SettingsForms(settings, entry);
        return new SettingsView(
                settings.version().toString(),
                Plain.state(settings.readiness()),
                Plain.tag(settings.readiness()),
                "",
                entry.map(each -> each.section().id()).orElse(""),
                forms.connection(),
                forms.company(companies),
                ladder,
                forms.repairs(example),
                forms.refresh(),
                entry.filter(each -> each.section() == Entry.Section.APPLY)
                        .map(each -> each.field("contact"))
                        .orElse(Field.of("contact", "")),
                addresses,
                letter(settings));
    }

    /** What the form about repairs holds when nobody has touched it. */
    public static Map<String, String> repairsValues(IntegrationSettings settings) {
        return new SettingsForms(settings, Optional.empty()).values();
    }

    private String letter(IntegrationSettings settings) {
        String host =
                settings.connection().apiUrl().map(url -> " (" + url + ")").orElse("");
        return "Please allow the following IP addresses of our TenantWise instance to reach our Civica Cx API" + host
                + ":\n\n" + String.join("\n", addresses);
    }
}
