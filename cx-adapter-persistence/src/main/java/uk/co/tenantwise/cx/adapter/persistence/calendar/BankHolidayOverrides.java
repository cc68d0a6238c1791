package uk.co.tenantwise.cx.adapter.persistence.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.co.tenantwise.cx.domain.cancellation.UkNation;

/**
 * Corrections of the library's bank holidays, for days that are proclaimed or moved after its release.
 *
 * @param overrides applied in their order, so that the last one about a day counts
 */
public record BankHolidayOverrides(List<Correction> overrides) {
    /** No corrections. */
    public static final BankHolidayOverrides NONE = new BankHolidayOverrides(List.of());

    private static final Pattern ENTRY = Pattern.compile("([+-])\\s*([A-Z_]+)\\s+([0-9]{4}-[0-9]{2}-[0-9]{2})");

    /**
     * One correction.
     *
     * @param nation whose calendar
     * @param date which day
     * @param holiday whether it is a bank holiday
     */
    public record Correction(UkNation nation, LocalDate date, boolean holiday) {}

    /** Copies the list. */
    public BankHolidayOverrides {
        overrides = List.copyOf(overrides);
    }

    /**
     * Reads corrections that are separated by commas, such as {@code +SCOTLAND 2030-06-17, -NORTHERN_IRELAND 2030-03-18}:
     * a plus makes the day a bank holiday of the nation, a minus makes it none. A blank text is {@link #NONE}.
     *
     * @throws IllegalArgumentException when an entry is not of that form, with the entry in the message
     */
    public static BankHolidayOverrides parse(String text) {
        return new BankHolidayOverrides(Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(BankHolidayOverrides::entry)
                .toList());
    }

    private static Correction entry(String text) {
        Matcher matcher = ENTRY.matcher(text.toUpperCase(Locale.ROOT));
        if (matcher.matches()) {
            try {
                return new Correction(
                        UkNation.valueOf(matcher.group(2)),
                        LocalDate.parse(matcher.group(3)),
                        matcher.group(1).equals("+"));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new IllegalArgumentException(message(text), e);
            }
        }
        throw new IllegalArgumentException(message(text));
    }

    private static String message(String entry) {
        return "a bank holiday must be written as in '+SCOTLAND 2030-06-17', with one of "
                + Arrays.toString(UkNation.values()) + ", was '" + entry + "'";
    }
}
