package uk.co.tenantwise.cx.app.pages.present;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.co.tenantwise.cx.domain.settings.ConnectionDraft;
import uk.co.tenantwise.cx.domain.settings.RefreshDraft;
import uk.co.tenantwise.cx.domain.settings.RepairsDraft;
import uk.co.tenantwise.cx.domain.settings.RepairsDraft.CancellationDraft;
import uk.co.tenantwise.cx.domain.settings.Secret;

/** What an administrator entered, as drafts of the domain, which say what is wrong with it. */
public final class Drafting {
    private static final Pattern UK_DATE = Pattern.compile("([0-9]{1,2})[/. -]([0-9]{1,2})[/. -]([0-9]{4})");
    private static final Pattern SHORT_TIME = Pattern.compile("[0-9]:[0-9]{2}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private Drafting() {}

    /** The connection; a blank password keeps the stored one. */
    public static ConnectionDraft connection(Map<String, String> values) {
        return new ConnectionDraft(
                text(values, "enabled").flatMap(Drafting::flag),
                text(values, "apiUrl"),
                text(values, "username"),
                text(values, "password").filter(password -> !password.isEmpty()).map(Secret::of));
    }

    /** The repairs settings; dates as people in the United Kingdom write them. */
    public static RepairsDraft repairs(Map<String, String> values) {
        return new RepairsDraft(
                text(values, "startDate").map(Drafting::date),
                Optional.of(new CancellationDraft(
                        text(values, "cancellation.enabled").flatMap(Drafting::flag),
                        text(values, "cancellation.noticeDays").flatMap(Drafting::number),
                        text(values, "cancellation.noticeUnit"),
                        text(values, "cancellation.cutOff").map(Drafting::time),
                        text(values, "cancellation.bankHolidays"),
                        text(values, "cancellation.cancelStatusCode"),
                        text(values, "cancellation.cancelReasonCode"),
                        text(values, "cancellation.contactLine"))));
    }

    /** The refresh times. */
    public static RefreshDraft refresh(Map<String, String> values) {
        return new RefreshDraft(
                text(values, "repairsMinutes").flatMap(Drafting::number),
                text(values, "customerMinutes").flatMap(Drafting::number));
    }

    private static Optional<String> text(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name));
    }

    private static Optional<Boolean> flag(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> number(String text) {
        return Optional.of(text.strip())
                .filter(digits -> NUMBER.matcher(digits).matches())
                .map(Integer::valueOf);
    }

    /** ISO when it is a real UK date; otherwise as it came, for the draft to refuse. */
    private static String date(String text) {
        Matcher parts = UK_DATE.matcher(text.strip());
        if (!parts.matches()) {
            return text;
        }
        try {
            return LocalDate.of(
                            Integer.parseInt(parts.group(3)),
                            Integer.parseInt(parts.group(2)),
                            Integer.parseInt(parts.group(1)))
                    .toString();
        } catch (DateTimeException notReal) {
            return text;
        }
    }

    private static String time(String text) {
        String time = text.strip();
        return SHORT_TIME.matcher(time).matches() ? "0" + time : time;
    }
}
