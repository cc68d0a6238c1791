package uk.co.tenantwise.cx.adapter.persistence.database;

import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.exceptions.TransactionException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;

/**
 * What is wrong with the database, without the values that its own message may quote.
 *
 * @param state the SQL state, empty when there is none
 * @param code the database's own code, 0 when there is none
 * @param poolIsEmpty whether the pool had no connection to give
 */
record Trouble(String state, int code, boolean poolIsEmpty) {
    private static final int H2_CONCURRENT_UPDATE = 90131;

    /** The database trouble that caused {@code thrown}, if that is what it is. */
    static Optional<Trouble> in(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(of(sql));
            }
        }
        boolean ofTheFramework = thrown instanceof DataAccessException
                || thrown instanceof TransactionException
                || thrown instanceof ConnectionException;
        return ofTheFramework ? Optional.of(new Trouble("", 0, false)) : Optional.empty();
    }

    private static Trouble of(SQLException sql) {
        String state = sql.getSQLState();
        return new Trouble(
                state == null ? "" : state, sql.getErrorCode(), sql instanceof SQLTransientConnectionException);
    }

    boolean isDuplicateKey() {
        return state.equals("23505");
    }

    boolean isCollision() {
        return state.equals("40001") || state.equals("40P01") || code == H2_CONCURRENT_UPDATE;
    }

    /** Whether a connection of the pool turned out to be dead; the pool replaces it. */
    boolean isBrokenConnection() {
        return (state.startsWith("08") && !poolIsEmpty) || code == ClosedDatabase.DATABASE_IS_CLOSED;
    }

    /** Whether waiting may help: the database is away, starting, or has no connection to spare. */
    boolean mayPass() {
        return state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
    }

    String inWords() {
        String kind = poolIsEmpty
                ? "no connection to the database"
                : switch (state.length() < 2 ? "" : state.substring(0, 2)) {
                    case "08" -> "no connection to the database";
                    case "28" -> "the database refuses the user name or password";
                    case "3D" -> "there is no database of that name";
                    case "40" -> "another transaction was in the way";
                    case "42" -> "the database has not the tables that this version needs";
                    case "53" -> "the database is short of disk space, memory or connections";
                    case "57" -> "the database is stopping or starting";
                    case "HY" -> "the database took too long";
                    case "90" ->
                        code == ClosedDatabase.DATABASE_IS_CLOSED
                                ? "the database has closed itself; is its disk full?"
                                : "the database reports an error";
                    default -> "the database reports an error";
                };
        return state.isEmpty() && code == 0 ? kind : kind + " (SQL state " + state + ", code " + code + ")";
    }
}
