package uk.co.tenantwise.cx.app.pages.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import uk.co.tenantwise.cx.app.pages.present.OpenAttempts;
import uk.co.tenantwise.cx.app.pages.web.PageSession.Audience;
import uk.co.tenantwise.cx.app.pages.words.Message;
import uk.co.tenantwise.cx.ports.application.CxIntegration;
import uk.co.tenantwise.cx.ports.driving.ViewResult;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** The desk where customers pass: who is not signed in is led to the sign-in, and a choice of language is remembered. */
@Singleton
final class MyDesk {
    private final CxIntegration integration;
    private final ShortPatience patience;
    private final Desk desk;
    private final MyFrames frames;

    MyDesk(CxIntegration integration, ShortPatience patience, Desk desk, MyFrames frames) {
        this.integration = integration;
        this.patience = patience;
        this.desk = desk;
        this.frames = frames;
    }

    /** A page. */
    MutableHttpResponse<?> show(HttpRequest<?> request, Function<PageSession, MutableHttpResponse<?>> page) {
        return Languages.remember(request, show(request, page, () -> Html.redirect(request, MyPaths.SIGN_IN)));
    }

    /** What a script asks for; {@code otherwise} answers who is not signed in. */
    MutableHttpResponse<?> show(
            HttpRequest<?> request,
            Function<PageSession, MutableHttpResponse<?>> page,
            Supplier<MutableHttpResponse<?>> otherwise) {
        return desk.show(request, Audience.CUSTOMER, page, otherwise);
    }

    /** A form. Who is no longer signed in is told that it did nothing. */
    MutableHttpResponse<?> take(
            HttpRequest<?> request, Optional<Form> body, BiFunction<PageSession, Form, MutableHttpResponse<?>> action) {
        Form form = body.orElse(Form.EMPTY);
        return desk.take(
                request,
                Audience.CUSTOMER,
                form,
                session -> action.apply(session, form),
                () -> Html.redirect(request, MyPaths.SESSION_ENDED));
    }

    /** Nothing is there. */
    MutableHttpResponse<?> notFound(HttpRequest<?> request) {
        return desk.notFound(request, Audience.CUSTOMER);
    }

    /** What the customer has in Cx, on {@code page}; or why it cannot be shown. */
    MutableHttpResponse<?> view(
            HttpRequest<?> request, PageSession session, Function<ViewResult.Shown, MutableHttpResponse<?>> page) {
        try {
            return switch (integration.viewing().view(session.customer())) {
                case ViewResult.Shown view -> page.apply(view);
                case ViewResult.UnknownCustomer unknown ->
                    frames.plain(
                            request,
                            session,
                            HttpStatus.NOT_FOUND,
                            Message.UNKNOWN_CUSTOMER_TITLE,
                            Message.UNKNOWN_CUSTOMER,
                            Optional.empty());
                case ViewResult.NotServing notServing -> disabled(request, session);
            };
        } catch (CxFault fault) {
            return unavailable(request, session, fault);
        }
    }

    /** Cx cannot be read, and there is nothing to show instead. */
    MutableHttpResponse<?> unavailable(HttpRequest<?> request, PageSession session, CxFault fault) {
        return frames.plain(
                request,
                session,
                HttpStatus.SERVICE_UNAVAILABLE,
                Message.UNAVAILABLE_TITLE,
                fault instanceof CxFault.Busy ? Message.CROWDED : Message.UNAVAILABLE,
                Optional.of(Message.TRY_AGAIN));
    }

    /** The integration is off. */
    MutableHttpResponse<?> disabled(HttpRequest<?> request, PageSession session) {
        return frames.plain(
                request,
                session,
                HttpStatus.SERVICE_UNAVAILABLE,
                Message.DISABLED_TITLE,
                Message.DISABLED,
                Optional.empty());
    }

    /** What is not resolved yet. While the database is away nobody can tell, and pages are shown all the same. */
    OpenAttempts open(PageSession session) {
        return patience.ask(() -> integration.cancelling().open(session.customer()))
                .map(OpenAttempts::of)
                .orElse(OpenAttempts.NONE);
    }
}
