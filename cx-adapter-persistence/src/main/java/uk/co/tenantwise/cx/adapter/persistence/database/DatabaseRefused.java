package uk.co.tenantwise.cx.adapter.persistence.database;

import java.io.Serial;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** The service must not start on this database; the message says why and what to do. */
public final class DatabaseRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final Pattern UNKNOWN_MIGRATION =
            Pattern.compile("applied migration not resolved locally: ([0-9.]+?)\\.?\\s");

    DatabaseRefused(String message) {
        super(message);
    }

    /** What an operator is told when {@code cause} kept the service from starting; empty when it is not of the database. */
    public static Optional<String> inWords(Throwable cause) {
        return switch (cause) {
            case DatabaseRefused refused -> Optional.of(String.valueOf(refused.getMessage()));
            case FlywayValidateException other -> Optional.of(otherSchema(String.valueOf(other.getMessage())));
            default -> Optional.empty();
        };
    }

    private static String otherSchema(String found) {
        Matcher unknown = UNKNOWN_MIGRATION.matcher(found + " ");
        return unknown.find()
                ? "A newer version of the service has changed the database to schema " + unknown.group(1)
                        + ", which this version does not know; start the newer version again, or restore the backup"
                        + " that was made before the upgrade"
                : "The tables of the database are not those that this version makes; restore a backup, or ask for help"
                        + " with this: " + found.replaceAll("\\s+", " ").strip();
    }
}
