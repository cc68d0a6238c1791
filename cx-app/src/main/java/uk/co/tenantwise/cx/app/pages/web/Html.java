package uk.co.tenantwise.cx.app.pages.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;

/** Answers of the pages, with the headers that keep a browser from doing anything that they do not need. */
final class Html {
    /**
     * Not {@code no-referrer}: with it browsers send forms with the origin {@code null}, and then nobody could tell whether
     * a form is ours.
     */
    private static final String REFERRERS = "same-origin";

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";
    private static final MediaType TYPE = MediaType.of("text/html;charset=utf-8");

    private Html() {}

    static MutableHttpResponse<?> page(HttpRequest<?> request, HttpStatus status, String html) {
        return protect(request, HttpResponse.status(status).body(html).contentType(TYPE));
    }

    /** After a form was sent: reloading the next page sends nothing again. */
    static MutableHttpResponse<?> redirect(HttpRequest<?> request, String path) {
        return protect(request, HttpResponse.status(HttpStatus.SEE_OTHER).header("Location", path));
    }

    static MutableHttpResponse<?> text(HttpRequest<?> request, HttpStatus status, String text) {
        return protect(
                request, HttpResponse.status(status).body(text).contentType(MediaType.of("text/plain;charset=utf-8")));
    }

    static MutableHttpResponse<?> file(HttpRequest<?> request, String type, String name, String content) {
        return protect(
                request,
                HttpResponse.ok(content)
                        .contentType(MediaType.of(type))
                        .header("Content-Disposition", "attachment; filename=\"" + name + "\""));
    }

    private static MutableHttpResponse<?> protect(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", REFERRERS)
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Cache-Control", "no-store");
        if (Cookies.isSecure(request)) {
            response.header("Strict-Transport-Security", "max-age=31536000");
        }
        return response;
    }
}
