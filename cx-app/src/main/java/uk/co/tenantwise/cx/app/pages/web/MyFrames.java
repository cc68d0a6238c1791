package uk.co.tenantwise.cx.app.pages.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;
import uk.co.tenantwise.cx.app.pages.Frames;
import uk.co.tenantwise.cx.app.pages.Templates;
import uk.co.tenantwise.cx.app.pages.view.Frame;
import uk.co.tenantwise.cx.app.pages.view.Navigation;
import uk.co.tenantwise.cx.app.pages.view.PlainView;
import uk.co.tenantwise.cx.app.pages.words.Message;
import uk.co.tenantwise.cx.app.pages.words.Words;
import uk.co.tenantwise.cx.ports.application.CxIntegration;

/** What stands around the pages of customers, in their language, and their plainest pages. */
@Singleton
final class MyFrames {
    private final CxIntegration integration;
    private final Desk desk;
    private final Frames frames;
    private final Templates templates;

    MyFrames(CxIntegration integration, Desk desk, Frames frames, Templates templates) {
        this.integration = integration;
        this.desk = desk;
        this.frames = frames;
        this.templates = templates;
    }

    Words words(HttpRequest<?> request) {
        return new Words(Languages.of(request));
    }

    Frame of(HttpRequest<?> request, Message title, String here, PageSession session) {
        return of(request, words(request).say(title), here, session);
    }

    Frame of(HttpRequest<?> request, String title, String here, PageSession session) {
        return frames.customer(Languages.of(request), title, here, Optional.of(desk.visible(session)));
    }

    /** Why something cannot be cancelled; {@code here} asks about it again, {@code why} says what to do instead. */
    MutableHttpResponse<?> refusal(HttpRequest<?> request, PageSession session, String here, String why) {
        Frame frame = of(request, Message.CANNOT_CANCEL_TITLE, here, session);
        return plain(request, frame, HttpStatus.CONFLICT, why, "", Optional.of(Message.BACK));
    }

    /** A heading and a few words, what the landlord says to do instead, and a link back to the list. */
    MutableHttpResponse<?> plain(
            HttpRequest<?> request,
            PageSession session,
            HttpStatus status,
            Message title,
            Message text,
            Optional<Message> link) {
        Frame frame = of(request, title, MyPaths.HOME, session);
        return plain(request, frame, status, frame.words().say(text), contactLine(), link);
    }

    private MutableHttpResponse<?> plain(
            HttpRequest<?> request,
            Frame frame,
            HttpStatus status,
            String text,
            String contact,
            Optional<Message> link) {
        Optional<Navigation> to = link.map(label -> new Navigation(frame.words().say(label), MyPaths.HOME, false));
        PlainView view = new PlainView(frame.title(), text, contact, to);
        return Html.page(request, status, templates.plain(frame, view));
    }

    /** What the landlord says to do instead, may be empty. */
    String contactLine() {
        return integration.administering().current().repairs().cancellation().contactLine();
    }
}
