package uk.co.tenantwise.cx.app.pages.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import java.util.Optional;
import uk.co.tenantwise.cx.app.pages.words.Language;

/** The language of a request: the link just followed, else the one chosen before, else what the browser prefers. */
final class Languages {
    private Languages() {}

    static Language of(HttpRequest<?> request) {
        return chosen(request)
                .or(() -> Cookies.language(request).flatMap(Language::ofTag))
                .orElseGet(() -> Language.preferred(
                        request.getHeaders().findFirst("Accept-Language").orElse("")));
    }

    /** Remembers a choice that was just made. */
    static MutableHttpResponse<?> remember(HttpRequest<?> request, MutableHttpResponse<?> response) {
        chosen(request).ifPresent(language -> Cookies.setLanguage(request, response, language.tag()));
        return response;
    }

    private static Optional<Language> chosen(HttpRequest<?> request) {
        return request.getParameters().getFirst("lang").flatMap(Language::ofTag);
    }
}
