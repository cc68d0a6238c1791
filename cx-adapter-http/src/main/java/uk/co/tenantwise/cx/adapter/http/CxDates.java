package uk.co.tenantwise.cx.adapter.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.co.tenantwise.cx.domain.time.UkTime;

/**
 * Reads and writes date-times as Cx does: ISO-8601, in UK local time when there is no offset. What cannot be read, or lies
 * outside the years 1900 to 2200, is empty rather than guessed.
 */
final class CxDates {
    private static final Pattern SHAPE = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})"
            + "(?:[Tt ]([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?)([Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?)?");

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

    /** A LocalDate, a LocalDateTime or an OffsetDateTime. */
    private static Optional<Temporal> parse(String text) {
        Matcher matcher = SHAPE.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(matcher.group(1));
            return date.getYear() < 1900 || date.getYear() > 2200
                    ? Optional.empty()
                    : Optional.of(withTime(date, matcher.group(2), matcher.group(3)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Temporal withTime(LocalDate date, @Nullable String time, @Nullable String offset) {
        if (time == null) {
            return date;
        }
        LocalDateTime local = date.atTime(LocalTime.parse(time));
        return offset == null ? local : local.atOffset(ZoneOffset.of(offset.toUpperCase(Locale.ROOT)));
    }
}
