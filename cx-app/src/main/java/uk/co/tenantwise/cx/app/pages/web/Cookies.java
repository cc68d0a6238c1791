package uk.co.tenantwise.cx.app.pages.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import uk.co.tenantwise.cx.app.pages.web.PageSession.Audience;

/**
 * The cookies of the pages. Over https they are Secure and carry the prefix {@code __Host-}, with which browsers let neither
 * a subdomain nor plain http set them.
 */
final class Cookies {
    private static final String LANGUAGE = "cx-lang";
    private static final Duration A_YEAR = Duration.ofDays(365);

    private Cookies() {}

    /** Whether the browser came by https, perhaps to a proxy in front of this service. */
    static boolean isSecure(HttpRequest<?> request) {
        return request.isSecure()
                || request.getHeaders()
                        .findFirst("X-Forwarded-Proto")
                        .filter("https"::equalsIgnoreCase)
                        .isPresent();
    }

    static Optional<String> session(HttpRequest<?> request, Audience audience) {
        return request.getCookies().findCookie(name(request, audience)).map(Cookie::getValue);
    }

    static void setSession(HttpRequest<?> request, MutableHttpResponse<?> response, Audience audience, String value) {
        response.cookie(cookie(request, name(request, audience), value).httpOnly(true));
    }

    static void removeSession(HttpRequest<?> request, MutableHttpResponse<?> response, Audience audience) {
        response.cookie(
                cookie(request, name(request, audience), "").httpOnly(true).maxAge(0));
    }

    static Optional<String> language(HttpRequest<?> request) {
        return request.getCookies().findCookie(LANGUAGE).map(Cookie::getValue);
    }

    static void setLanguage(HttpRequest<?> request, MutableHttpResponse<?> response, String tag) {
        response.cookie(cookie(request, LANGUAGE, tag).httpOnly(true).maxAge(A_YEAR));
    }

    private static String name(HttpRequest<?> request, Audience audience) {
        String name = "cx-" + audience.name().toLowerCase(Locale.ROOT);
        return isSecure(request) ? "__Host-" + name : name;
    }

    private static Cookie cookie(HttpRequest<?> request, String name, String value) {
        return Cookie.of(name, value).path("/").secure(isSecure(request)).sameSite(SameSite.Lax);
    }
}
