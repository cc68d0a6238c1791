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
                .map(count -> success("The settings apply now.", forgotten(count)))
                .or(() -> request.getParameters()
                        .getFirst("saved")
                        .flatMap(News::section)
                        .map(section -> success("Changes saved.", section)));
    }

    /** Which section was saved: what was entered in others was not. */
    private static Optional<String> section(String word) {
        return switch (word) {
            case "connection" ->
                Optional.of("Saved: Enabling the API integration. Use Test API to see whether the connection works.");
            case "company" -> Optional.of("Saved: Selected Company.");
            case "repairs" -> Optional.of("Saved: Repairs settings.");
            case "refresh" -> Optional.of("Saved: API refresh.");
            default -> Optional.empty();
        };
    }

    private static String forgotten(String count) {
        return switch (count) {
            case "0" ->
                "No data were kept, so there was nothing to forget. If you entered a contact reference, check it.";
            case "1" -> "The data kept of 1 customer were forgotten and will be read from Cx again.";
            default -> "The data kept of " + count + " customers were forgotten and will be read from Cx again.";
        };
    }

    private static Optional<Banner> told(HttpRequest<?> request, String word, String message, String detail) {
        return request.getParameters().getFirst(word).filter("yes"::equals).map(yes -> success(message, detail));
    }

    private static Banner success(String message, String detail) {
        return new Banner(true, "Success", message, detail);
    }
}
