package uk.co.tenantwise.cx.domain.cancellation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes what the tables of these tests say in words. */
final class Words {
    private static final Pattern NOTICE = Pattern.compile("(\\d+) (working )?days?(?: in ([A-Z_]+))?");

    private Words() {}

    /** Reads "1 day", "3 working days", which are those of England and Wales, or "3 working days in SCOTLAND". */
    static Notice notice(String words) {
        Matcher matcher = NOTICE.matcher(words);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a notice: " + words);
        }
        int days = Integer.parseInt(matcher.group(1));
        if (matcher.group(2) == null) {
            return new Notice.CalendarDays(days);
        }
        String nation = matcher.group(3);
        return new Notice.WorkingDays(days, nation == null ? UkNation.ENGLAND_AND_WALES : UkNation.valueOf(nation));
    }

    /** "ALLOWED", or the reason of the refusal. */
    static String verdict(CancellationDecision decision) {
        return switch (decision) {
            case CancellationDecision.Allowed allowed -> "ALLOWED";
            case CancellationDecision.Refused refused -> refused.reason().name();
        };
    }
}
