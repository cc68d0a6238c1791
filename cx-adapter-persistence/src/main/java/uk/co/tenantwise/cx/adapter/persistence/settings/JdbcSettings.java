package uk.co.tenantwise.cx.adapter.persistence.settings;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import uk.co.tenantwise.cx.adapter.persistence.database.Database;
import uk.co.tenantwise.cx.adapter.persistence.database.Database.DuplicateKey;
import uk.co.tenantwise.cx.adapter.persistence.database.Sql;
import uk.co.tenantwise.cx.adapter.persistence.secret.SecretVault;
import uk.co.tenantwise.cx.adapter.persistence.secret.UnreadableSecret;
import uk.co.tenantwise.cx.domain.settings.ConnectionSettings;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.domain.settings.Secret;
import uk.co.tenantwise.cx.domain.settings.SettingsChange;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;
import uk.co.tenantwise.cx.ports.driven.ForStoringSettings;
import uk.co.tenantwise.cx.ports.fault.StoreUnavailable;

/**
 * Settings in the database, one row for each version; the primary key lets one of several savers win. The current ones are
 * kept in memory, at most half a second behind the saves of other nodes, and stay readable while the database is away.
 *
 * <p>When the stored password cannot be decrypted the other settings stay readable, without a password, and {@link
 * #passwordTrouble()} says why; the encrypted password is left alone until a new one is saved, so that putting the right
 * key file back is enough. Thread-safe.
 */
public final class JdbcSettings implements ForStoringSettings {
    private final Database database;
    private final SecretVault vault;
    private final KnownSettings known;

    private record StoredPassword(Optional<Secret> secret, Optional<String> trouble) {}

    /** The settings in {@code database}, with their password in {@code vault}. */
    public JdbcSettings(Database database, SecretVault vault, InstantSource clock) {
        this.database = database;
        this.vault = vault;
        this.known = new KnownSettings(this::load, this::reload, clock);
    }

    /**
     * Reads the settings for the first time, and makes the key file when there is none and no password is stored.
     *
     * @throws StoreUnavailable when the database cannot be read or the key file cannot be made
     */
    public void prepare() {
        known.get();
        if (database.read("read the password", SettingsTables::password).isEmpty()) {
            try {
                vault.prepare();
            } catch (UnreadableSecret e) {
                throw new StoreUnavailable(e.detail());
            }
        }
    }

    /** Why the stored password cannot be used, for administrators; names the key file. Empty when all is well. */
    public Optional<String> passwordTrouble() {
        return known.get().passwordTrouble();
    }

    @Override
    public IntegrationSettings current() {
        return known.get().settings();
    }

    @Override
    public boolean save(IntegrationSettings next, SettingsChange change) {
        if (!change.version().equals(next.version())) {
            throw new IllegalArgumentException(
                    "change must be of version " + next.version() + ", was " + change.version());
        }
        Optional<Secret> password = next.connection().password();
        Optional<byte[]> ciphertext = password.map(this::encrypt);
        Optional<String> trouble = troubleAfter(next);
        try {
            boolean saved = database.write("save the settings", sql -> {
                if (!SettingsTables.newest(sql).next().equals(next.version())) {
                    return false;
                }
                SettingsTables.insert(sql, next, change);
                if (ciphertext.isPresent()) {
                    SettingsTables.putPassword(sql, ciphertext.get());
                } else if (trouble.isEmpty()) {
                    SettingsTables.removePassword(sql);
                }
                return true;
            });
            if (saved) {
                known.replace(new StoredSettings(next, trouble));
            } else {
                known.refresh();
            }
            return saved;
        } catch (DuplicateKey e) {
            known.refresh();
            return false;
        } catch (StoreUnavailable e) {
            known.doubt();
            throw e;
        }
    }

    /** A password that cannot be decrypted now is kept, but never for another Cx than the one that it was entered for. */
    private Optional<String> troubleAfter(IntegrationSettings next) {
        StoredSettings last = known.get();
        boolean sameCx =
                next.connection().apiUrl().equals(last.settings().connection().apiUrl());
        return sameCx && next.connection().password().isEmpty() ? last.passwordTrouble() : Optional.empty();
    }

    @Override
    public List<SettingsChange> history(Optional<SettingsVersion> before, int limit) {
        return database.read(
                "read the history of the settings",
                sql -> SettingsTables.history(
                        sql, before.map(SettingsVersion::number).orElse(Long.MAX_VALUE), limit));
    }

    @Override
    public Optional<IntegrationSettings> at(SettingsVersion version) {
        return database.read("read former settings", sql -> {
            Optional<Secret> password = password(sql).secret();
            return version.equals(SettingsVersion.INITIAL)
                    ? Optional.of(defaults(password))
                    : SettingsTables.find(sql, version, password);
        });
    }

    private StoredSettings load() {
        return database.read("read the settings", sql -> read(sql, SettingsTables.newest(sql)));
    }

    private Optional<StoredSettings> reload(StoredSettings last) {
        return database.read("read the settings", sql -> {
            SettingsVersion newest = SettingsTables.newest(sql);
            boolean same = newest.equals(last.settings().version())
                    && last.passwordTrouble().isEmpty();
            return same ? Optional.empty() : Optional.of(read(sql, newest));
        });
    }

    /** The password is of the newest version only: it is read again when a save came in between. */
    private StoredSettings read(Sql sql, SettingsVersion version) throws SQLException {
        StoredPassword password = password(sql);
        IntegrationSettings settings =
                SettingsTables.find(sql, version, password.secret()).orElseGet(() -> defaults(password.secret()));
        SettingsVersion newest = SettingsTables.newest(sql);
        return newest.equals(version) ? new StoredSettings(settings, password.trouble()) : read(sql, newest);
    }

    private StoredPassword password(Sql sql) throws SQLException {
        Optional<byte[]> ciphertext = SettingsTables.password(sql);
        if (ciphertext.isEmpty()) {
            return new StoredPassword(Optional.empty(), Optional.empty());
        }
        try {
            Secret secret = vault.decrypt(ciphertext.get(), SettingsTables.PASSWORD);
            return new StoredPassword(Optional.of(secret), Optional.empty());
        } catch (UnreadableSecret e) {
            String remedy = ". Put the right key file back, or enter the password again";
            return new StoredPassword(Optional.empty(), Optional.of(e.detail() + remedy));
        }
    }

    private byte[] encrypt(Secret password) {
        try {
            return vault.encrypt(password, SettingsTables.PASSWORD);
        } catch (UnreadableSecret e) {
            throw new StoreUnavailable("cannot save the settings: " + e.detail());
        }
    }

    private static IntegrationSettings defaults(Optional<Secret> password) {
        IntegrationSettings defaults = IntegrationSettings.DEFAULT;
        ConnectionSettings connection = defaults.connection();
        return new IntegrationSettings(
                defaults.version(),
                defaults.source(),
                new ConnectionSettings(connection.enabled(), connection.apiUrl(), connection.username(), password),
                defaults.company(),
                defaults.repairs(),
                defaults.refresh());
    }
}
