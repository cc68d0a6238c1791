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
    private static final String FORM = "cx-form";
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

    /** What proves that a form comes from a page that this browser was shown, before there is a session. */
    static Optional<String> form(HttpRequest<?> request) {
        return request.getCookies()
                .findCookie(prefixed(request, FORM))
                .map(Cookie::getValue)
                .filter(value -> value.matches("[A-Za-z0-9_-]{22}"));
    }

    static void setForm(HttpRequest<?> request, MutableHttpResponse<?> response, String value) {
        response.cookie(cookie(request, prefixed(request, FORM), value).httpOnly(true));
    }

    static Optional<String> language(HttpRequest<?> request) {
        return request.getCookies().findCookie(LANGUAGE).map(Cookie::getValue);
    }

    static void setLanguage(HttpRequest<?> request, MutableHttpResponse<?> response, String tag) {
        response.cookie(cookie(request, LANGUAGE, tag).httpOnly(true).maxAge(A_YEAR));
    }

    private static String name(HttpRequest<?> request, Audience audience) {
        return prefixed(request, "cx-" + audience.name().toLowerCase(Locale.ROOT));
    }

    private static String prefixed(HttpRequest<?> request, String name) {
        return isSecure(request) ? "__Host-" + name : name;
    }

    private static Cookie cookie(HttpRequest<?> request, String name, String value) {
        return Cookie.of(name, value).path("/").secure(isSecure(request)).sameSite(SameSite.Lax);
    }
}
