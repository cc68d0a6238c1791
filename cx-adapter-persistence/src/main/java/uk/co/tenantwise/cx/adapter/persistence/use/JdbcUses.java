package uk.co.tenantwise.cx.adapter.persistence.use;

import java.time.Instant;
import uk.co.tenantwise.cx.adapter.persistence.database.Database;
import uk.co.tenantwise.cx.adapter.persistence.database.Database.DuplicateKey;
import uk.co.tenantwise.cx.ports.driven.ForUsingUp;
import uk.co.tenantwise.cx.ports.driven.OneTimeKey;

/** The register of what is used up, in the database: of two nodes that insert the same key one succeeds. Thread-safe. */
public final class JdbcUses implements ForUsingUp {
    private final Database database;

    /** The register in {@code database}. */
    public JdbcUses(Database database) {
        this.database = database;
    }

    @Override
    public boolean useUp(OneTimeKey key, Instant until) {
        try {
            return database.write(
                            "mark as used up",
                            sql -> sql.update(
                                    "INSERT INTO cx_used (digest, expires_at) VALUES (?, ?)", key.digest(), until))
                    == 1;
        } catch (DuplicateKey used) {
            return false;
        }
    }

    @Override
    public boolean isUsedUp(OneTimeKey key) {
        return database.read(
                "see what is used up",
                sql -> sql.first(
                                "SELECT 1 AS used FROM cx_used WHERE digest = ?",
                                row -> row.count("used"),
                                key.digest())
                        .isPresent());
    }

    @Override
    public void forget(Instant instant) {
        database.write(
                "forget what has expired", sql -> sql.update("DELETE FROM cx_used WHERE expires_at < ?", instant));
    }
}
