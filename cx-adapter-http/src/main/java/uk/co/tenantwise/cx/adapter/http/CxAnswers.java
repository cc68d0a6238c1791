package uk.co.tenantwise.cx.adapter.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** Tells what an answer of Cx means. The content of an answer never reaches a message. */
final class CxAnswers {
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private CxAnswers() {}

    /** The JSON of a successful answer. @throws CxFault when it is another one */
    static byte[] json(CxAnswer answer, String what, Instant now) {
        if (!answer.isSuccess()) {
            throw faultOf(answer, what, now);
        }
        if (answer.isEmpty()) {
            throw new CxFault.ContractBroken("Cx answered the request for " + what + " with nothing");
        }
        if (answer.isHtml()) {
            throw new CxFault.ContractBroken(
                    "Cx answered the request for " + what + " with a web page instead of data");
        }
        return answer.body();
    }

    /** The fault that an unsuccessful answer stands for. */
    static CxFault faultOf(CxAnswer answer, String what, Instant now) {
        int status = answer.status();
        String found = "Cx answered " + status + " to the request for " + what;
        return switch (status) {
            case 401 -> new CxFault.CredentialsRejected(found + ", although the log-in had just been accepted");
            case 403 -> forbidden(answer, found);
            case 404 ->
                answer.isHtml()
                        ? pageNotFound(what)
                        : new CxFault.NotFound(found + ": unknown, or not visible to the Cx user");
            // Said by something in front of Cx, which may go on with the request.
            case 408, 499 -> new CxFault.TimedOut(found + ": it took too long");
            case 429 -> new CxFault.Throttled(found + ": too many requests", retryAfter(answer, now));
            default -> byClass(answer, found, now);
        };
    }

    /** What a web page in place of a 404 is, when nothing shows that Cx itself sent it. */
    static CxFault pageNotFound(String what) {
        return new CxFault.ContractBroken(
                "Cx answered 404 to the request for " + what + " with a web page: perhaps the path is wrong");
    }

    private static CxFault byClass(CxAnswer answer, String found, Instant now) {
        return switch (answer.status() / 100) {
            case 3 ->
                new CxFault.ContractBroken(
                        found + ", a redirect, which is not followed: perhaps the API URL is not that of Cx itself");
            case 4 -> new CxFault.Refused(found);
            case 5 -> new CxFault.Unavailable(found, retryAfter(answer, now));
            default -> new CxFault.ContractBroken(found + ", which it never should");
        };
    }

    /** JSON comes from Cx itself, a web page from something in front of it. */
    private static CxFault forbidden(CxAnswer answer, String found) {
        return answer.isHtml()
                ? new CxFault.AddressNotWhitelisted(
                        found + " with a web page: something in front of Cx does not let this service's addresses in")
                : new CxFault.NoApiPermission(found + ": the Cx user has no permission for the API");
    }

    /** Seconds or an HTTP date; empty when absent or unreadable, never negative, at most a day. */
    static Optional<Duration> retryAfter(CxAnswer answer, Instant now) {
        return answer.retryAfter()
                .map(String::strip)
                .flatMap(text -> text.matches("[0-9]{1,9}")
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                        : untilDate(text, now))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
                .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }

    private static Optional<Duration> untilDate(String text, Instant now) {
        try {
            Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(now, date));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
