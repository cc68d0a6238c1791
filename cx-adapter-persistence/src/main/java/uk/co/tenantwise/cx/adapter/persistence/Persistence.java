package uk.co.tenantwise.cx.adapter.persistence;

import io.micronaut.transaction.TransactionOperations;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.InstantSource;
import uk.co.tenantwise.cx.adapter.persistence.cancellation.JdbcAnswers;
import uk.co.tenantwise.cx.adapter.persistence.cancellation.JdbcCancellations;
import uk.co.tenantwise.cx.adapter.persistence.database.Database;
import uk.co.tenantwise.cx.adapter.persistence.secret.KeyFile;
import uk.co.tenantwise.cx.adapter.persistence.secret.SecretVault;
import uk.co.tenantwise.cx.adapter.persistence.settings.JdbcSettings;
import uk.co.tenantwise.cx.adapter.persistence.use.JdbcUses;
import uk.co.tenantwise.cx.ports.fault.StoreUnavailable;

/**
 * The durable stores on one database.
 *
 * @param settings the settings and their history
 * @param cancellations attempts to cancel
 * @param answers answers to requests with an idempotency key
 * @param uses what is used up
 */
public record Persistence(JdbcSettings settings, JdbcCancellations cancellations, JdbcAnswers answers, JdbcUses uses) {
    /**
     * Opens the stores on a database that is migrated already, and reads the settings once. Makes the key file when there is
     * none and no password is stored.
     *
     * @param transactions of the data source, as Micronaut Data makes them
     * @param keyFile the keys that encrypt secrets; all nodes of an instance need the same
     * @param clock only to see when the settings in memory are to be checked again
     * @throws StoreUnavailable when the database cannot be read or the key file cannot be made
     */
    public static Persistence open(TransactionOperations<Connection> transactions, Path keyFile, InstantSource clock) {
        Database database = new Database(transactions);
        JdbcSettings settings = new JdbcSettings(database, new SecretVault(new KeyFile(keyFile)), clock);
        settings.prepare();
        return new Persistence(
                settings, new JdbcCancellations(database), new JdbcAnswers(database), new JdbcUses(database));
    }
}
