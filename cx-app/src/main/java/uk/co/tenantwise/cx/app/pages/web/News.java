package uk.co.tenantwise.cx.app.pages.web;

import io.micronaut.http.HttpRequest;
import java.util.Optional;
import uk.co.tenantwise.cx.app.pages.view.Banner;
import uk.co.tenantwise.cx.app.pages.view.Frame;

/** What the page before has done, told by a word in the address that stands for a fixed sentence. */
final class News {
    private News() {}

    /** {@code frame}, with {@code message} and {@code detail} when the address says {@code word=yes}. */
    static Frame in(HttpRequest<?> request, Frame frame, String word, String message, String detail) {
        return told(request, word, message, detail).map(frame::with).orElse(frame);
    }

    /** What was done to the settings. */
    static Optional<Banner> ofSettings(HttpRequest<?> request) {
        return request.getParameters()
                .getFirst("applied")
                .filter(count -> count.matches("[0-9]{1,6}"))
                .map(count -> success(
                        "The settings apply now.",
                        count.equals("1")
                                ? "The data kept of 1 customer were forgotten and will be read from Cx again."
                                : "The data kept of " + count
                                        + " customers were forgotten and will be read from Cx again."))
                .or(() -> told(request, "saved", "Changes saved.", ""));
    }

    private static Optional<Banner> told(HttpRequest<?> request, String word, String message, String detail) {
        return request.getParameters().getFirst(word).filter("yes"::equals).map(yes -> success(message, detail));
    }

    private static Banner success(String message, String detail) {
        return new Banner(true, "Success", message, detail);
    }
}
