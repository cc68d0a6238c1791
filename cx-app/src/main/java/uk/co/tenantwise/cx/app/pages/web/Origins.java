package uk.co.tenantwise.cx.app.pages.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells whether a form was sent from a page of this service. Browsers say so in {@code Sec-Fetch-Site}, older ones in
 * {@code Origin}; a request that says neither was not sent by a form in a browser, and is not believed.
 */
final class Origins {
    private Origins() {}

    static boolean isOurs(HttpRequest<?> request) {
        HttpHeaders headers = request.getHeaders();
        Optional<String> site = headers.findFirst("Sec-Fetch-Site");
        Optional<String> origin = headers.findFirst("Origin");
        if (site.isPresent()) {
            return site.get().equals("same-origin")
                    && origin.filter("null"::equals).isEmpty();
        }
        return origin.flatMap(Origins::authority)
                        .equals(headers.findFirst("Host").map(host -> host.toLowerCase(Locale.ROOT)))
                && origin.isPresent();
    }

    private static Optional<String> authority(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getAuthority()).map(host -> host.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
