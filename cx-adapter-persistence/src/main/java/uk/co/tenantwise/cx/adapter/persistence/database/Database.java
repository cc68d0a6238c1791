package uk.co.tenantwise.cx.adapter.persistence.database;

import io.micronaut.transaction.TransactionCallback;
import io.micronaut.transaction.TransactionOperations;
import java.io.Serial;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import uk.co.tenantwise.cx.ports.fault.StoreUnavailable;

/**
 * Runs work in a transaction, and makes one thing of all database trouble: {@link StoreUnavailable}, without the values that
 * messages of databases quote. When {@link #write} returns, the work is durable; when it throws, it is undone, unless the
 * connection broke during the commit, when nobody can tell. Thread-safe.
 */
public final class Database {
    private static final int ATTEMPTS = 3;

    private final TransactionOperations<Connection> transactions;

    /** What is done in one transaction. It may be done again from its start, so that it must change nothing else. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T on(Sql sql) throws SQLException;
    }

    /** A row with the same key is there already. */
    public static final class DuplicateKey extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        private DuplicateKey() {
            super("duplicate key", null, false, false);
        }
    }

    private static final class Failed extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        private Failed(SQLException cause) {
            super(cause);
        }
    }

    /** The database behind {@code transactions}. */
    public Database(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /**
     * Reads, in a transaction that changes nothing. When a connection turns out to be dead others are tried, three in all.
     *
     * @param what completes "cannot …" in messages
     * @throws StoreUnavailable when the database cannot be read
     */
    public <T> T read(String what, Work<T> work) {
        return run(what, work, transactions::executeRead, true);
    }

    /**
     * Writes, all or nothing. A transaction that collided with another one is tried three times.
     *
     * @param what completes "cannot …" in messages
     * @throws StoreUnavailable when the database cannot be written
     * @throws DuplicateKey when a key is taken
     */
    public <T> T write(String what, Work<T> work) {
        return run(what, work, transactions::executeWrite, false);
    }

    private <T> T run(
            String what, Work<T> work, Function<TransactionCallback<Connection, T>, T> transaction, boolean reads) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transaction.apply(status -> on(status.getConnection(), work)));
            } catch (RuntimeException e) {
                Optional<Trouble> trouble = Trouble.in(e);
                if (trouble.isEmpty()) {
                    throw e;
                }
                if (trouble.get().isDuplicateKey()) {
                    throw new DuplicateKey();
                }
                if (attempt == ATTEMPTS || !mayHelp(trouble.get(), reads)) {
                    throw new StoreUnavailable(
                            "cannot " + what + ": " + trouble.get().inWords());
                }
            }
        }
    }

    /** Nobody knows whether a write was committed when its connection broke. */
    private static boolean mayHelp(Trouble trouble, boolean reads) {
        return trouble.isCollision() || (reads && trouble.isBrokenConnection());
    }

    private static <T> T on(Connection connection, Work<T> work) {
        try {
            return work.on(new Sql(connection));
        } catch (SQLException e) {
            throw new Failed(e);
        }
    }
}
