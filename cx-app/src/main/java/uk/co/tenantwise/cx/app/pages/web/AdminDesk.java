package uk.co.tenantwise.cx.app.pages.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import uk.co.tenantwise.cx.app.pages.Frames;
import uk.co.tenantwise.cx.app.pages.view.Frame;
import uk.co.tenantwise.cx.app.pages.web.PageSession.Audience;

/** The desk where administrators pass: who is not logged in is led to the log-in. */
@Singleton
final class AdminDesk {
    private final Desk desk;
    private final Frames frames;

    AdminDesk(Desk desk, Frames frames) {
        this.desk = desk;
        this.frames = frames;
    }

    /** A page. */
    MutableHttpResponse<?> show(HttpRequest<?> request, Function<PageSession, MutableHttpResponse<?>> page) {
        return show(request, page, () -> toLogIn(request, "ended"));
    }

    /** What a script asks for; {@code otherwise} answers who is not logged in. */
    MutableHttpResponse<?> show(
            HttpRequest<?> request,
            Function<PageSession, MutableHttpResponse<?>> page,
            Supplier<MutableHttpResponse<?>> otherwise) {
        return desk.show(request, Audience.ADMIN, page, otherwise);
    }

    /** A form. Who is no longer logged in is told that it did nothing. */
    MutableHttpResponse<?> take(
            HttpRequest<?> request, Optional<Form> body, BiFunction<PageSession, Form, MutableHttpResponse<?>> action) {
        Form form = body.orElse(Form.EMPTY);
        return desk.take(
                request,
                Audience.ADMIN,
                form,
                session -> action.apply(session, form),
                () -> toLogIn(request, "unsaved"));
    }

    /** Nothing is there. */
    MutableHttpResponse<?> notFound(HttpRequest<?> request) {
        return desk.notFound(request, Audience.ADMIN);
    }

    /** What stands around a page; {@code here} is the place in the navigation. */
    Frame frame(PageSession session, String title, String here) {
        return frames.admin(title, here, desk.visible(session));
    }

    /** A page that was asked for and is there. */
    static MutableHttpResponse<?> page(HttpRequest<?> request, String html) {
        return Html.page(request, HttpStatus.OK, html);
    }

    private static MutableHttpResponse<?> toLogIn(HttpRequest<?> request, String why) {
        return Html.redirect(request, AdminPaths.LOG_IN + "?why=" + why);
    }
}
