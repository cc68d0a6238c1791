package uk.co.tenantwise.cx.app.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;

/** Versions of the settings as entity tags (RFC 9110, section 8.8.3), and what If-Match says about them. */
final class ETags {
    private static final Pattern LISTED =
            Pattern.compile("\\s*(?:(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\")?\\s*(?:,|$)");

    private ETags() {}

    static String of(SettingsVersion version) {
        return '"' + version.toString() + '"';
    }

    /**
     * Whether the precondition holds for {@code current}; empty when there is none. A weak tag never matches, because saving
     * needs a strong comparison.
     *
     * @throws ProblemException when the header cannot be read
     */
    static Optional<Boolean> matches(List<String> ifMatch, SettingsVersion current) {
        if (ifMatch.isEmpty()) {
            return Optional.empty();
        }
        String header = String.join(",", ifMatch).strip();
        return Optional.of(header.equals("*") || lists(header, of(current)));
    }

    private static boolean lists(String header, String wanted) {
        Matcher matcher = LISTED.matcher(header);
        boolean found = false;
        boolean any = false;
        int at = 0;
        while (at < header.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw malformed();
            }
            if (matcher.group(2) != null) {
                any = true;
                found |= matcher.group(1) == null && wanted.equals('"' + matcher.group(2) + '"');
            }
            at = matcher.end();
        }
        if (!any) {
            throw malformed();
        }
        return found;
    }

    private static ProblemException malformed() {
        return new ProblemException(Problems.invalidInput(
                "If-Match", "Send the ETag of the settings as it was answered, with its quotation marks"));
    }
}
