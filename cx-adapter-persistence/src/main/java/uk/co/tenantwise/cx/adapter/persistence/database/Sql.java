package uk.co.tenantwise.cx.adapter.persistence.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Statements of one transaction. Values are bound by position, never written into the statement. Not thread-safe.
 *
 * <p>An {@link Instant} is cut to microseconds, which is what both databases keep, so that a value that is compared or read
 * is the value that was written. It is bound as a date and time with an offset: {@link java.sql.Timestamp} goes through the
 * zone of the JVM and loses an hour at the change back from summer time. An empty {@link Optional} is bound as null.
 */
public final class Sql {
    private final Connection connection;

    /**
     * Reads one row.
     *
     * @param <T> into what
     */
    @FunctionalInterface
    public interface Reader<T> {
        /** What the row says. */
        T read(Row row) throws SQLException;
    }

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** Executes a change. @return how many rows it concerned */
    public int update(String statement, Object... values) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            bind(prepared, values);
            return prepared.executeUpdate();
        }
    }

    /** Executes a query and reads every row. */
    public <T> List<T> query(String statement, Reader<T> reader, Object... values) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            bind(prepared, values);
            try (ResultSet results = prepared.executeQuery()) {
                Row row = new Row(results);
                List<T> rows = new ArrayList<>();
                while (results.next()) {
                    rows.add(reader.read(row));
                }
                return rows;
            }
        }
    }

    /** Executes a query and reads the first row, if there is one. */
    public <T> Optional<T> first(String statement, Reader<T> reader, Object... values) throws SQLException {
        return query(statement, reader, values).stream().findFirst();
    }

    private static void bind(PreparedStatement prepared, Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            bind(prepared, i + 1, values[i]);
        }
    }

    private static void bind(PreparedStatement prepared, int position, Object value) throws SQLException {
        switch (value) {
            case Optional<?> present when present.isPresent() -> bind(prepared, position, present.get());
            case Optional<?> empty -> prepared.setNull(position, Types.NULL);
            case Instant instant ->
                prepared.setObject(
                        position, instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
            case String text -> prepared.setString(position, storable(text));
            default -> prepared.setObject(position, value);
        }
    }

    /** Puts U+FFFD for what PostgreSQL cannot keep: U+0000 and surrogates without their other half. */
    private static String storable(String text) {
        if (text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c))) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? 0xFFFD : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
