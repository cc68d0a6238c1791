package uk.co.tenantwise.cx.adapter.persistence.settings;

import java.sql.SQLException;
import java.util.Optional;
import uk.co.tenantwise.cx.adapter.persistence.database.Row;
import uk.co.tenantwise.cx.domain.cancellation.UkNation;
import uk.co.tenantwise.cx.domain.refresh.RefreshPolicy;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.domain.settings.CancellationSettings;
import uk.co.tenantwise.cx.domain.settings.Company;
import uk.co.tenantwise.cx.domain.settings.CompanyId;
import uk.co.tenantwise.cx.domain.settings.ConnectionSettings;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.domain.settings.NoticeUnit;
import uk.co.tenantwise.cx.domain.settings.RepairsSettings;
import uk.co.tenantwise.cx.domain.settings.Secret;
import uk.co.tenantwise.cx.domain.settings.SettingsChange;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;

/** One row of {@code cx_settings}, which holds everything but the password. */
final class SettingsRow {
    static final String INSERT =
            "INSERT INTO cx_settings (version, saved_at, actor, source, enabled, api_url, username, company_id,"
                + " company_code, company_name, start_date, cancellation_enabled, notice_days, notice_unit, cut_off,"
                + " bank_holidays, cancel_status_code, cancel_reason_code, contact_line, repairs_minutes,"
                + " customer_minutes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private SettingsRow() {}

    static Object[] values(IntegrationSettings settings, SettingsChange change) {
        ConnectionSettings connection = settings.connection();
        CancellationSettings cancellation = settings.repairs().cancellation();
        return new Object[] {
            settings.version().number(),
            change.at(),
            change.actor(),
            settings.source().number(),
            connection.enabled(),
            connection.apiUrl().map(ApiUrl::toString),
            connection.username(),
            settings.company().map(company -> company.id().value()),
            settings.company().map(Company::code),
            settings.company().map(Company::name),
            settings.repairs().startDate(),
            cancellation.enabled(),
            cancellation.noticeDays(),
            cancellation.noticeUnit().name(),
            cancellation.cutOff(),
            cancellation.bankHolidays().name(),
            cancellation.cancelStatusCode(),
            cancellation.cancelReasonCode(),
            cancellation.contactLine(),
            settings.refresh().repairsMinutes(),
            settings.refresh().customerMinutes()
        };
    }

    static IntegrationSettings read(Row row, Optional<Secret> password) throws SQLException {
        return new IntegrationSettings(
                new SettingsVersion(row.number("version")),
                new SettingsVersion(row.number("source")),
                new ConnectionSettings(
                        row.flag("enabled"),
                        row.optionalText("api_url").map(ApiUrl::parse),
                        row.text("username"),
                        password),
                company(row),
                new RepairsSettings(
                        row.optionalDate("start_date"),
                        new CancellationSettings(
                                row.flag("cancellation_enabled"),
                                row.count("notice_days"),
                                NoticeUnit.valueOf(row.text("notice_unit")),
                                row.time("cut_off"),
                                UkNation.valueOf(row.text("bank_holidays")),
                                row.text("cancel_status_code"),
                                row.text("cancel_reason_code"),
                                row.text("contact_line"))),
                new RefreshPolicy(row.count("repairs_minutes"), row.count("customer_minutes")));
    }

    private static Optional<Company> company(Row row) throws SQLException {
        Optional<String> id = row.optionalText("company_id");
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(new Company(new CompanyId(id.get()), row.text("company_code"), row.text("company_name")));
    }
}
