package uk.co.tenantwise.cx.adapter.persistence.settings;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import uk.co.tenantwise.cx.adapter.persistence.database.Row;
import uk.co.tenantwise.cx.adapter.persistence.database.Sql;
import uk.co.tenantwise.cx.domain.settings.FieldChange;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.domain.settings.Secret;
import uk.co.tenantwise.cx.domain.settings.SettingsChange;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;

/** The statements about settings; each runs in the transaction of its caller. */
final class SettingsTables {
    static final String PASSWORD = "cx-password";

    private SettingsTables() {}

    static SettingsVersion newest(Sql sql) throws SQLException {
        return sql.first(
                        "SELECT MAX(version) AS newest FROM cx_settings",
                        row -> new SettingsVersion(row.number("newest"))) // null reads as 0
                .orElse(SettingsVersion.INITIAL);
    }

    static Optional<IntegrationSettings> find(Sql sql, SettingsVersion version, Optional<Secret> password)
            throws SQLException {
        return sql.first(
                "SELECT * FROM cx_settings WHERE version = ?",
                row -> SettingsRow.read(row, password),
                version.number());
    }

    static void insert(Sql sql, IntegrationSettings settings, SettingsChange change) throws SQLException {
        sql.update(SettingsRow.INSERT, SettingsRow.values(settings, change));
        int place = 0;
        for (FieldChange field : change.changes()) {
            sql.update(
                    "INSERT INTO cx_settings_change (version, place, field, value_before, value_after)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    change.version().number(),
                    place++,
                    field.field(),
                    field.before(),
                    field.after());
        }
    }

    static List<SettingsChange> history(Sql sql, long before, int limit) throws SQLException {
        List<SettingsChange> saves = sql.query(
                "SELECT version, saved_at, actor FROM cx_settings WHERE version < ? ORDER BY version DESC LIMIT ?",
                row -> new SettingsChange(
                        new SettingsVersion(row.number("version")),
                        row.instant("saved_at"),
                        row.text("actor"),
                        List.of()),
                before,
                limit);
        if (saves.isEmpty()) {
            return saves;
        }
        record Line(long version, FieldChange change) {}
        List<Line> lines = sql.query(
                "SELECT version, field, value_before, value_after FROM cx_settings_change"
                        + " WHERE version >= ? AND version < ? ORDER BY version, place",
                row -> new Line(row.number("version"), change(row)),
                saves.get(saves.size() - 1).version().number(),
                before);
        return saves.stream()
                .map(save -> new SettingsChange(
                        save.version(),
                        save.at(),
                        save.actor(),
                        lines.stream()
                                .filter(line -> line.version() == save.version().number())
                                .map(Line::change)
                                .toList()))
                .toList();
    }

    private static FieldChange change(Row row) throws SQLException {
        return new FieldChange(row.text("field"), row.optionalText("value_before"), row.optionalText("value_after"));
    }

    static Optional<byte[]> password(Sql sql) throws SQLException {
        return sql.first(
                "SELECT ciphertext FROM cx_secret WHERE purpose = ?", row -> row.bytes("ciphertext"), PASSWORD);
    }

    static void putPassword(Sql sql, byte[] ciphertext) throws SQLException {
        if (sql.update("UPDATE cx_secret SET ciphertext = ? WHERE purpose = ?", ciphertext, PASSWORD) == 0) {
            sql.update("INSERT INTO cx_secret (purpose, ciphertext) VALUES (?, ?)", PASSWORD, ciphertext);
        }
    }

    static void removePassword(Sql sql) throws SQLException {
        sql.update("DELETE FROM cx_secret WHERE purpose = ?", PASSWORD);
    }
}
