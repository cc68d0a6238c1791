package uk.co.tenantwise.cx.adapter.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.time.UkTime;

/**
 * Reads and writes date-times as Cx does: ISO-8601, in UK local time when there is no offset. What cannot be read, or lies
 * outside the years 1900 to 2200, is empty rather than guessed.
 */
final class CxDates {
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("[['T'][' ']HH:mm[:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("][XXX][XX][X]]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private CxDates() {}

    /** The instant that {@code text} stands for; a date without a time is none. */
    static Optional<Instant> instant(String text) {
        return parse(text).flatMap(value -> switch (value) {
            case OffsetDateTime dateTime -> Optional.of(dateTime.toInstant());
            case LocalDateTime local -> Optional.of(UkTime.instantOf(local));
            default -> Optional.empty();
        });
    }

    /** The UK date on which the moment lies that {@code text} stands for; a date alone is that date. */
    static Optional<LocalDate> ukDate(String text) {
        return parse(text).map(value -> switch (value) {
            case OffsetDateTime dateTime -> UkTime.dateOf(dateTime.toInstant());
            case LocalDateTime local -> UkTime.dateOf(UkTime.instantOf(local));
            default -> LocalDate.from(value);
        });
    }

    /** The UK local date-time of {@code instant}, to the second and without offset. */
    static String ukLocal(Instant instant) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                UkTime.at(instant).truncatedTo(ChronoUnit.SECONDS).toLocalDateTime());
    }

    private static Optional<TemporalAccessor> parse(String text) {
        try {
            TemporalAccessor value =
                    DATE_TIME.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            int year = value.get(ChronoField.YEAR);
            return year < 1900 || year > 2200 ? Optional.empty() : Optional.of(value);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
