package uk.co.tenantwise.cx.app.pages.present;

import static uk.co.tenantwise.cx.app.pages.view.CompanyForm.State.FAILED;
import static uk.co.tenantwise.cx.app.pages.view.CompanyForm.State.LISTED;
import static uk.co.tenantwise.cx.app.pages.view.CompanyForm.State.NOT_CONNECTED;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.co.tenantwise.cx.app.pages.present.Entry.Section;
import uk.co.tenantwise.cx.app.pages.view.Choice;
import uk.co.tenantwise.cx.app.pages.view.CompanyForm;
import uk.co.tenantwise.cx.app.pages.view.ConnectionForm;
import uk.co.tenantwise.cx.app.pages.view.RefreshForm;
import uk.co.tenantwise.cx.app.pages.view.RepairsForm;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.domain.settings.CancellationSettings;
import uk.co.tenantwise.cx.domain.settings.Company;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.ports.driving.CompanyListing;

/** The forms of the settings page: what is saved, or what somebody has just entered. */
final class SettingsForms {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final IntegrationSettings settings;
    private final Optional<Entry> entry;

    SettingsForms(IntegrationSettings settings, Optional<Entry> entry) {
        this.settings = settings;
        this.entry = entry;
    }

    ConnectionForm connection() {
        Entry fields = entered(Section.CONNECTION)
                .orElseGet(() -> saved(Map.of(
                        "enabled", String.valueOf(settings.connection().enabled()),
                        "apiUrl",
                                settings.connection()
                                        .apiUrl()
                                        .map(ApiUrl::toString)
                                        .orElse(""),
                        "username", settings.connection().username())));
        return new ConnectionForm(
                fields.field("enabled"),
                fields.field("apiUrl"),
                fields.field("username"),
                fields.blank("password"),
                settings.connection().password().isPresent());
    }

    CompanyForm company(Companies companies) {
        Entry fields = entered(Section.COMPANY)
                .orElseGet(() -> saved(Map.of(
                        "companyId",
                        settings.company().map(its -> its.id().value()).orElse(""))));
        String selected = settings.company().map(Company::name).orElse("");
        return switch (companies) {
            case Companies.Failed failed ->
                new CompanyForm(FAILED, fields.field("companyId"), List.of(), selected, Plain.fault(failed.because()));
            case Companies.Answered answered ->
                switch (answered.listing()) {
                    case CompanyListing.NotConnected none ->
                        new CompanyForm(NOT_CONNECTED, fields.field("companyId"), List.of(), selected, "");
                    case CompanyListing.Listed listed ->
                        new CompanyForm(LISTED, fields.field("companyId"), choices(listed.companies()), selected, "");
                };
        };
    }

    RepairsForm repairs(String example) {
        Entry fields = entered(Section.REPAIRS).orElseGet(() -> saved(values()));
        return new RepairsForm(
                fields.field("startDate"),
                fields.field("cancellation.enabled"),
                fields.field("cancellation.noticeDays"),
                fields.field("cancellation.noticeUnit"),
                fields.field("cancellation.cutOff"),
                fields.field("cancellation.bankHolidays"),
                fields.field("cancellation.cancelStatusCode"),
                fields.field("cancellation.cancelReasonCode"),
                fields.field("cancellation.contactLine"),
                example);
    }

    RefreshForm refresh() {
        Entry fields = entered(Section.REFRESH)
                .orElseGet(() -> saved(Map.of(
                        "repairsMinutes", String.valueOf(settings.refresh().repairsMinutes()),
                        "customerMinutes", String.valueOf(settings.refresh().customerMinutes()))));
        return new RefreshForm(fields.field("repairsMinutes"), fields.field("customerMinutes"));
    }

    /** What the form about repairs holds when nobody has touched it. */
    Map<String, String> values() {
        CancellationSettings cancellation = settings.repairs().cancellation();
        Map<String, String> values = new LinkedHashMap<>();
        values.put(
                "startDate",
                settings.repairs().startDate().map(SettingsForms::date).orElse(""));
        values.put("cancellation.enabled", String.valueOf(cancellation.enabled()));
        values.put("cancellation.noticeDays", String.valueOf(cancellation.noticeDays()));
        values.put("cancellation.noticeUnit", cancellation.noticeUnit().name());
        values.put("cancellation.cutOff", TIME.format(cancellation.cutOff()));
        values.put("cancellation.bankHolidays", cancellation.bankHolidays().name());
        values.put("cancellation.cancelStatusCode", cancellation.cancelStatusCode());
        values.put("cancellation.cancelReasonCode", cancellation.cancelReasonCode());
        values.put("cancellation.contactLine", cancellation.contactLine());
        return values;
    }

    /** The live list; what is selected stays a choice even when it is no longer in it, marked as such. */
    private List<Choice> choices(List<Company> listed) {
        List<Choice> choices = new ArrayList<>();
        if (settings.company().isEmpty()) {
            choices.add(new Choice("", "Choose a company"));
        }
        settings.company()
                .filter(selected -> listed.stream().noneMatch(each -> each.id().equals(selected.id())))
                .ifPresent(gone -> choices.add(new Choice(gone.id().value(), gone.name() + " (no longer in Cx)")));
        listed.forEach(company -> choices.add(new Choice(
                company.id().value(), company.name() + (company.code().isBlank() ? "" : " (" + company.code() + ")"))));
        return choices;
    }

    private Optional<Entry> entered(Section section) {
        return entry.filter(each -> each.section() == section);
    }

    private static Entry saved(Map<String, String> values) {
        return new Entry(Section.CONNECTION, values, List.of());
    }

    private static String date(LocalDate date) {
        return DATE.format(date);
    }
}
