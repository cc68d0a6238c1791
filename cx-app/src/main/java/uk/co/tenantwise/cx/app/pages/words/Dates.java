package uk.co.tenantwise.cx.app.pages.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.time.UkTime;

/**
 * Dates and times as people in the United Kingdom write them, in UK wall-clock time. Welsh names are written out here,
 * because a JDK may lack them.
 *
 * @param language in which language
 */
public record Dates(Language language) {
    /** English. */
    public static final Dates ENGLISH = new Dates(Language.ENGLISH);

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final List<String> DAYS_EN =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    private static final List<String> DAYS_CY =
            List.of("Dydd Llun", "Dydd Mawrth", "Dydd Mercher", "Dydd Iau", "Dydd Gwener", "Dydd Sadwrn", "Dydd Sul");
    private static final List<String> MONTHS_EN = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final List<String> MONTHS_CY = List.of(
            "Ionawr",
            "Chwefror",
            "Mawrth",
            "Ebrill",
            "Mai",
            "Mehefin",
            "Gorffennaf",
            "Awst",
            "Medi",
            "Hydref",
            "Tachwedd",
            "Rhagfyr");

    /** Such as {@code 9 December 2026}. */
    public String date(LocalDate date) {
        return date.getDayOfMonth() + " " + months().get(date.getMonthValue() - 1) + " " + date.getYear();
    }

    /** Such as {@code Wednesday 9 December 2026}. */
    public String day(LocalDate date) {
        return days().get(date.getDayOfWeek().getValue() - 1) + " " + date(date);
    }

    /** Such as {@code 10am}, {@code 2:30pm} or {@code midday}. */
    public String time(LocalTime time) {
        if (time.equals(LocalTime.NOON)) {
            return language == Language.WELSH ? "hanner dydd" : "midday";
        }
        int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        String minutes = time.getMinute() == 0 ? "" : String.format(Locale.ROOT, ":%02d", time.getMinute());
        return hour + minutes + half(time);
    }

    /** A visit: {@code Wednesday 9 December 2026, 10am to midday}; the end only when it lies after the start. */
    public String visit(Instant start, Optional<Instant> end) {
        ZonedDateTime from = UkTime.at(start);
        String text = day(from.toLocalDate()) + ", " + time(from.toLocalTime());
        return end.filter(start::isBefore)
                .map(UkTime::at)
                .map(to -> text
                        + (language == Language.WELSH ? " i " : " to ")
                        + (to.toLocalDate().equals(from.toLocalDate()) ? "" : day(to.toLocalDate()) + ", ")
                        + time(to.toLocalTime()))
                .orElse(text);
    }

    /** {@code 10:42} when it is of {@code today}, otherwise {@code 10:42 on Monday 23 November 2026}. */
    public String moment(Instant instant, LocalDate today) {
        ZonedDateTime at = UkTime.at(instant);
        String clock = CLOCK.format(at);
        if (at.toLocalDate().equals(today)) {
            return clock;
        }
        // After a time of day the word for "day" is mutated: dydd becomes ddydd.
        return language == Language.WELSH
                ? clock + " dd" + day(at.toLocalDate()).substring(1)
                : clock + " on " + day(at.toLocalDate());
    }

    /** Short, for tables: {@code 24 November 2026, 10:42}. */
    public String stamp(Instant instant) {
        return date(UkTime.dateOf(instant)) + ", " + CLOCK.format(UkTime.at(instant));
    }

    private String half(LocalTime time) {
        return switch (language) {
            case ENGLISH -> time.getHour() < 12 ? "am" : "pm";
            case WELSH -> time.getHour() < 12 ? "yb" : time.getHour() < 18 ? "yp" : "yh";
        };
    }

    private List<String> days() {
        return language == Language.WELSH ? DAYS_CY : DAYS_EN;
    }

    private List<String> months() {
        return language == Language.WELSH ? MONTHS_CY : MONTHS_EN;
    }
}
