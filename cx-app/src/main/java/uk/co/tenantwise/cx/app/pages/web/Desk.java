package uk.co.tenantwise.cx.app.pages.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.co.tenantwise.cx.app.observe.SparingLog;
import uk.co.tenantwise.cx.app.pages.Frames;
import uk.co.tenantwise.cx.app.pages.Templates;
import uk.co.tenantwise.cx.app.pages.view.Frame;
import uk.co.tenantwise.cx.app.pages.view.PlainView;
import uk.co.tenantwise.cx.app.pages.view.Session;
import uk.co.tenantwise.cx.app.pages.web.PageSession.Audience;
import uk.co.tenantwise.cx.app.pages.words.Language;
import uk.co.tenantwise.cx.app.pages.words.Message;
import uk.co.tenantwise.cx.app.pages.words.Words;
import uk.co.tenantwise.cx.app.security.TokenKeysUnavailable;
import uk.co.tenantwise.cx.ports.fault.StoreUnavailable;

/**
 * Where everybody passes: finds the session, refuses forms that are not ours, keeps the session alive, and shows a page when
 * something goes wrong.
 */
@Singleton
final class Desk {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
    private static final Duration RENEW_AFTER = Duration.ofMinutes(1);

    private final Sessions sessions;
    private final Templates templates;
    private final Frames frames;
    private final InstantSource clock;
    private final SparingLog log;

    Desk(Sessions sessions, Templates templates, Frames frames, InstantSource clock, SparingLog log) {
        this.sessions = sessions;
        this.templates = templates;
        this.frames = frames;
        this.clock = clock;
        this.log = log;
    }

    /** A page of somebody with a session; {@code otherwise} answers those without one. */
    MutableHttpResponse<?> show(
            HttpRequest<?> request,
            Audience audience,
            Function<PageSession, MutableHttpResponse<?>> page,
            Supplier<MutableHttpResponse<?>> otherwise) {
        return safely(
                request,
                audience,
                () -> find(request, audience)
                        .<MutableHttpResponse<?>>map(session -> renewed(request, session, page.apply(session)))
                        .orElseGet(otherwise));
    }

    /** A form of somebody with a session. */
    MutableHttpResponse<?> take(
            HttpRequest<?> request,
            Audience audience,
            Form form,
            Function<PageSession, MutableHttpResponse<?>> action,
            Supplier<MutableHttpResponse<?>> otherwise) {
        return safely(request, audience, () -> {
            if (!Origins.isOurs(request)) {
                return refused(request, audience);
            }
            Optional<PageSession> session = find(request, audience);
            if (session.isEmpty()) {
                return otherwise.get();
            }
            return sessions.isCsrf(session.get(), form.get("_csrf"))
                    ? renewed(request, session.get(), action.apply(session.get()))
                    : refused(request, audience);
        });
    }

    /** A page with a form for somebody without a session; {@code page} is told what the form has to send. */
    MutableHttpResponse<?> showToStranger(
            HttpRequest<?> request, Audience audience, Function<String, MutableHttpResponse<?>> page) {
        return safely(request, audience, () -> withProof(request, audience, page));
    }

    /**
     * A form of somebody without a session. When it does not bring what it has to send it is shown {@code again}: its page
     * was opened too long ago, or the browser keeps no cookies.
     */
    MutableHttpResponse<?> takeFromStranger(
            HttpRequest<?> request,
            Audience audience,
            Form form,
            Function<String, MutableHttpResponse<?>> action,
            Function<String, MutableHttpResponse<?>> again) {
        return safely(request, audience, () -> {
            if (!Origins.isOurs(request)) {
                return refused(request, audience);
            }
            boolean proven = Cookies.form(request)
                    .filter(proof -> sessions.isCsrf(audience, proof, form.get("_csrf")))
                    .isPresent();
            return withProof(request, audience, proven ? action : again);
        });
    }

    /** Whatever anybody asks for, with a page when it fails. */
    MutableHttpResponse<?> safely(HttpRequest<?> request, Audience audience, Supplier<MutableHttpResponse<?>> action) {
        try {
            return action.get();
        } catch (StoreUnavailable | TokenKeysUnavailable e) {
            log.line(e instanceof StoreUnavailable ? "database" : "token keys", String.valueOf(e.getMessage()))
                    .ifPresent(LOG::error);
            return trouble(request, audience, HttpStatus.SERVICE_UNAVAILABLE);
        } catch (RuntimeException e) {
            LOG.error("A page could not be made", e);
            return trouble(request, audience, HttpStatus.INTERNAL_SERVER_ERROR);
        }
    }

    /** Nothing is there. */
    MutableHttpResponse<?> notFound(HttpRequest<?> request, Audience audience) {
        return plain(request, audience, HttpStatus.NOT_FOUND, Message.NOT_FOUND_TITLE, Message.NOT_FOUND);
    }

    /** The session for the frame of a page. */
    Session visible(PageSession session) {
        return session.audience() == Audience.ADMIN
                ? new Session(session.name(), "/admin/log-out", sessions.csrf(session))
                : new Session("", "/my/sign-out", sessions.csrf(session));
    }

    /** Lets somebody in: always under a new identity. */
    MutableHttpResponse<?> begin(HttpRequest<?> request, PageSession session, String path) {
        return begin(request, session, Html.redirect(request, path));
    }

    /** Lets somebody in, who gets {@code response}. */
    MutableHttpResponse<?> begin(HttpRequest<?> request, PageSession session, MutableHttpResponse<?> response) {
        Cookies.setSession(request, response, session.audience(), sessions.write(session));
        return response;
    }

    /** Lets somebody out. */
    MutableHttpResponse<?> end(HttpRequest<?> request, PageSession session, String path) {
        sessions.end(session);
        MutableHttpResponse<?> response = Html.redirect(request, path);
        Cookies.removeSession(request, response, session.audience());
        return response;
    }

    private Optional<PageSession> find(HttpRequest<?> request, Audience audience) {
        return Cookies.session(request, audience).flatMap(cookie -> sessions.read(cookie, audience));
    }

    /** The cookie stays as it is when there is one, so that other tabs and the browser's back button go on working. */
    private MutableHttpResponse<?> withProof(
            HttpRequest<?> request, Audience audience, Function<String, MutableHttpResponse<?>> page) {
        Optional<String> present = Cookies.form(request);
        String proof = present.orElseGet(sessions::newId);
        MutableHttpResponse<?> response = page.apply(sessions.csrf(audience, proof));
        if (present.isEmpty()) {
            Cookies.setForm(request, response, proof);
        }
        return response;
    }

    private MutableHttpResponse<?> renewed(
            HttpRequest<?> request, PageSession session, MutableHttpResponse<?> response) {
        boolean due = !clock.instant().isBefore(session.seen().plus(RENEW_AFTER));
        if (due && !response.getHeaders().contains("Set-Cookie")) {
            Cookies.setSession(request, response, session.audience(), sessions.write(session.seenAt(clock.instant())));
        }
        return response;
    }

    private MutableHttpResponse<?> refused(HttpRequest<?> request, Audience audience) {
        return plain(request, audience, HttpStatus.FORBIDDEN, Message.FORM_EXPIRED_TITLE, Message.FORM_EXPIRED);
    }

    private MutableHttpResponse<?> trouble(HttpRequest<?> request, Audience audience, HttpStatus status) {
        return plain(request, audience, status, Message.ERROR_TITLE, Message.ERROR);
    }

    private MutableHttpResponse<?> plain(
            HttpRequest<?> request, Audience audience, HttpStatus status, Message title, Message text) {
        Language language = audience == Audience.ADMIN ? Language.ENGLISH : Languages.of(request);
        Words words = new Words(language);
        Frame frame = audience == Audience.ADMIN
                ? frames.adminOutside(words.say(title))
                : frames.customer(language, words.say(title), "/my", Optional.empty());
        return Html.page(
                request,
                status,
                templates.plain(frame, new PlainView(words.say(title), words.say(text), "", Optional.empty())));
    }
}
