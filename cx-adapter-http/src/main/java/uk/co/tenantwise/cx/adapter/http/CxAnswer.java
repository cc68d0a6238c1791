package uk.co.tenantwise.cx.adapter.http;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An answer, whatever it says.
 *
 * @param status the HTTP status
 * @param contentType as sent, may be empty
 * @param location where a redirect leads
 * @param retryAfter the header of that name, as sent
 * @param date the header of that name, as sent
 * @param body the content, decompressed
 */
@SuppressWarnings("ArrayRecordComponent") // up to 10 MB that are read once and never compared
record CxAnswer(
        int status,
        String contentType,
        Optional<String> location,
        Optional<String> retryAfter,
        Optional<String> date,
        byte[] body) {
    private static final Pattern LOG_IN_PAGE = Pattern.compile("(?i)log-?in|log-?on|sign-?in");

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Whether this is a web page: by its first character, which tells more than the content type. */
    boolean isHtml() {
        int first = firstCharacter();
        boolean saysHtml = contentType.toLowerCase(Locale.ROOT).contains("html");
        return first == '<' || (saysHtml && first != '{' && first != '[');
    }

    boolean isEmpty() {
        return firstCharacter() == -1;
    }

    boolean startsWith(char character) {
        return firstCharacter() == character;
    }

    /** Whether this sends a browser to a log-in page. */
    boolean redirectsToLogIn() {
        return isRedirect()
                && location.filter(target -> LOG_IN_PAGE.matcher(target).find()).isPresent();
    }

    boolean isRedirect() {
        return status >= 300 && status < 400;
    }

    /** Whether Cx turned the request away for want of a valid token, and so did nothing. */
    boolean wantsLogIn() {
        return status == 401 || redirectsToLogIn();
    }

    private int firstCharacter() {
        boolean marked =
                body.length > 2 && (body[0] & 0xFF) == 0xEF && (body[1] & 0xFF) == 0xBB && (body[2] & 0xFF) == 0xBF;
        for (int i = marked ? 3 : 0; i < body.length; i++) {
            if (body[i] != ' ' && body[i] != '\t' && body[i] != '\r' && body[i] != '\n') {
                return body[i];
            }
        }
        return -1;
    }

    /** Without the content, which tells of customers. */
    @Override
    public String toString() {
        return "CxAnswer[" + status + ", " + contentType + ", " + body.length + " bytes]";
    }
}
