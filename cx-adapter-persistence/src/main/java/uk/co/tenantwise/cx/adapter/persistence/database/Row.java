package uk.co.tenantwise.cx.adapter.persistence.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** The row that is being read, by column names. Not thread-safe; valid only inside its reader. */
public final class Row {
    private final ResultSet results;

    Row(ResultSet results) {
        this.results = results;
    }

    /** A text that is never null. */
    public String text(String column) throws SQLException {
        return results.getString(column);
    }

    /** A text, empty when null. */
    public Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(results.getString(column));
    }

    /** A whole number that is never null. */
    public long number(String column) throws SQLException {
        return results.getLong(column);
    }

    /** A small whole number that is never null. */
    public int count(String column) throws SQLException {
        return results.getInt(column);
    }

    /** A truth value that is never null. */
    public boolean flag(String column) throws SQLException {
        return results.getBoolean(column);
    }

    /** An instant that is never null, to the microsecond. */
    public Instant instant(String column) throws SQLException {
        return results.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** An instant to the microsecond, empty when null. */
    public Optional<Instant> optionalInstant(String column) throws SQLException {
        return Optional.ofNullable(results.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    /** A date, empty when null. */
    public Optional<LocalDate> optionalDate(String column) throws SQLException {
        return Optional.ofNullable(results.getObject(column, LocalDate.class));
    }

    /** A time of day that is never null. */
    public LocalTime time(String column) throws SQLException {
        return results.getObject(column, LocalTime.class);
    }

    /** A UUID that is never null. */
    public UUID uuid(String column) throws SQLException {
        return results.getObject(column, UUID.class);
    }

    /** Bytes that are never null. */
    public byte[] bytes(String column) throws SQLException {
        return results.getBytes(column);
    }
}
