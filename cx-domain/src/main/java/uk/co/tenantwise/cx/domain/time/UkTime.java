package uk.co.tenantwise.cx.domain.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Conversions between instants and UK wall-clock time (Europe/London).
 *
 * <p>At the change to summer time a wall-clock time in the skipped hour is moved forward by that hour; at the change back
 * a time that happens twice means its first, earlier occurrence. Thread-safe: no state.
 */
public final class UkTime {
    /** The zone of every date of the domain. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private UkTime() {}

    /** The UK date on which {@code instant} falls. */
    public static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** {@code instant} as a UK wall clock shows it. */
    public static ZonedDateTime at(Instant instant) {
        return instant.atZone(ZONE);
    }

    /** The instant at which a UK wall clock shows {@code local}; see the class comment for the two clock changes. */
    public static Instant instantOf(LocalDateTime local) {
        return local.atZone(ZONE).toInstant();
    }
}
