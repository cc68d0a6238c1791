package uk.co.tenantwise.cx.app.pages.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import uk.co.tenantwise.cx.app.pages.DemoCustomers;
import uk.co.tenantwise.cx.app.pages.Frames;
import uk.co.tenantwise.cx.app.pages.Templates;
import uk.co.tenantwise.cx.app.pages.view.Choice;
import uk.co.tenantwise.cx.app.pages.view.DemoSignInView;
import uk.co.tenantwise.cx.app.pages.view.FieldError;
import uk.co.tenantwise.cx.app.pages.view.Frame;
import uk.co.tenantwise.cx.app.pages.view.PlainView;
import uk.co.tenantwise.cx.app.pages.web.PageSession.Audience;
import uk.co.tenantwise.cx.app.pages.words.Language;
import uk.co.tenantwise.cx.app.pages.words.Message;
import uk.co.tenantwise.cx.app.pages.words.Words;
import uk.co.tenantwise.cx.app.security.BearerTokens;
import uk.co.tenantwise.cx.app.security.Caller;
import uk.co.tenantwise.cx.app.security.Roles;
import uk.co.tenantwise.cx.domain.refresh.Source;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.ports.application.CxIntegration;
import uk.co.tenantwise.cx.ports.driven.OneTimeKey;
import uk.co.tenantwise.cx.ports.driving.ViewResult;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/**
 * Lets customers in and out. They come from the landlord's portal, which posts their token here once; in the demonstration
 * they choose who to be.
 */
@Controller(MyPaths.HOME)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.ALL)
final class MySessionController {
    private static final Duration LONGEST_MEMORY = Duration.ofDays(3650);

    private final BearerTokens tokens;
    private final CxIntegration integration;
    private final Optional<DemoCustomers> demo;
    private final Sessions sessions;
    private final UsedUp usedUp;
    private final InstantSource clock;
    private final Desk desk;
    private final MyDesk my;
    private final Templates templates;
    private final Frames frames;

    MySessionController(
            BearerTokens tokens,
            CxIntegration integration,
            Optional<DemoCustomers> demo,
            Sessions sessions,
            UsedUp usedUp,
            InstantSource clock,
            Desk desk,
            MyDesk my,
            Templates templates,
            Frames frames) {
        this.tokens = tokens;
        this.integration = integration;
        this.demo = demo;
        this.sessions = sessions;
        this.usedUp = usedUp;
        this.clock = clock;
        this.desk = desk;
        this.my = my;
        this.templates = templates;
        this.frames = frames;
    }

    @Get("/sign-in")
    HttpResponse<?> form(HttpRequest<?> request) {
        Optional<Message> ended =
                request.getParameters().getFirst("why").filter("ended"::equals).map(why -> Message.SESSION_ENDED);
        return desk.safely(
                request,
                Audience.CUSTOMER,
                () -> demo.<MutableHttpResponse<?>>map(customers -> desk.showToStranger(
                                request,
                                Audience.CUSTOMER,
                                csrf -> choose(request, customers, HttpStatus.OK, ended, csrf)))
                        .orElseGet(() -> goToPortal(request, HttpStatus.UNAUTHORIZED, Message.SIGN_IN, ended)));
    }

    /** The one form that may come from another site, because it brings its own proof. The proof is good for one time. */
    @Post("/hand-over")
    HttpResponse<?> handOver(HttpRequest<?> request, @Body Optional<Form> body) {
        String token = body.orElse(Form.EMPTY).get("token");
        return desk.safely(
                request,
                Audience.CUSTOMER,
                () -> tokens.check(token)
                        .filter(caller -> caller.roles().contains(Roles.CUSTOMER))
                        .filter(caller -> usedUp.useUp(OneTimeKey.of("hand-over " + token), expiry(token)))
                        .<MutableHttpResponse<?>>flatMap(
                                caller -> contact(caller).map(contact -> begin(request, caller.name(), contact)))
                        .orElseGet(() -> goToPortal(
                                request, HttpStatus.UNAUTHORIZED, Message.HAND_OVER_REFUSED, Optional.empty())));
    }

    @Post("/demo-sign-in")
    HttpResponse<?> demoSignIn(HttpRequest<?> request, @Body Optional<Form> body) {
        Form form = body.orElse(Form.EMPTY);
        String wanted = form.get("customer");
        return desk.takeFromStranger(
                request,
                Audience.CUSTOMER,
                form,
                csrf -> demo.stream()
                        .flatMap(customers -> customers.customers().stream())
                        .filter(customer -> customer.value().equals(wanted))
                        .findFirst()
                        .<MutableHttpResponse<?>>map(
                                customer -> begin(request, "demo-customer", new ContactReference(customer.value())))
                        .orElseGet(() -> desk.notFound(request, Audience.CUSTOMER)),
                csrf -> demo.<MutableHttpResponse<?>>map(customers ->
                                choose(request, customers, HttpStatus.FORBIDDEN, Optional.of(Message.FORM_AGAIN), csrf))
                        .orElseGet(() -> desk.notFound(request, Audience.CUSTOMER)));
    }

    @Post("/sign-out")
    HttpResponse<?> signOut(HttpRequest<?> request, @Body Optional<Form> body) {
        return desk.take(
                request,
                Audience.CUSTOMER,
                body.orElse(Form.EMPTY),
                session -> desk.end(request, session, MyPaths.SIGNED_OUT),
                () -> Html.redirect(request, MyPaths.SIGNED_OUT));
    }

    @Get("/signed-out")
    HttpResponse<?> signedOut(HttpRequest<?> request) {
        return desk.safely(
                request,
                Audience.CUSTOMER,
                () -> demo.isPresent()
                        ? Html.redirect(request, MyPaths.SIGN_IN)
                        : goToPortal(request, HttpStatus.OK, Message.SIGNED_OUT, Optional.empty()));
    }

    /** Signing in retrieves live. When that fails, the customer is told so, and does not wait for a second try. */
    private MutableHttpResponse<?> begin(HttpRequest<?> request, String name, ContactReference contact) {
        PageSession session = sessions.begin(Audience.CUSTOMER, name, Optional.of(contact));
        try {
            return desk.begin(request, session, home(integration.viewing().signIn(contact)));
        } catch (CxFault fault) {
            return desk.begin(request, session, my.unavailable(request, session, fault));
        }
    }

    private static String home(ViewResult result) {
        return result instanceof ViewResult.Shown shown && shown.view().source() == Source.STALE
                ? MyPaths.NOT_RETRIEVED
                : MyPaths.HOME;
    }

    private static Optional<ContactReference> contact(Caller caller) {
        try {
            return caller.contact().map(ContactReference::new);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As long as a proof may be used a second time; one that never expires is remembered for ten years. */
    private Instant expiry(String token) {
        Instant longest = clock.instant().plus(LONGEST_MEMORY);
        return tokens.expiry(token).filter(longest::isAfter).orElse(longest);
    }

    private MutableHttpResponse<?> choose(
            HttpRequest<?> request,
            DemoCustomers customers,
            HttpStatus status,
            Optional<Message> problem,
            String csrf) {
        DemoSignInView view = new DemoSignInView(
                customers.customers().stream()
                        .map(each -> new Choice(each.value(), each.label()))
                        .toList(),
                csrf);
        Frame frame = frame(request, Message.DEMO_SIGN_IN_TITLE, here(problem));
        return answer(request, status, templates.demoSignIn(with(frame, problem), view));
    }

    private MutableHttpResponse<?> goToPortal(
            HttpRequest<?> request, HttpStatus status, Message why, Optional<Message> problem) {
        Words words = new Words(Languages.of(request));
        boolean out = why == Message.SIGNED_OUT;
        Message title = out ? Message.SIGNED_OUT : Message.SIGN_IN_TITLE;
        PlainView view = new PlainView(words.say(title), words.say(out ? Message.SIGN_IN : why), "", Optional.empty());
        Frame frame = frame(request, title, out ? MyPaths.SIGNED_OUT : here(problem));
        return answer(request, status, templates.plain(with(frame, problem), view));
    }

    private static MutableHttpResponse<?> answer(HttpRequest<?> request, HttpStatus status, String html) {
        return Languages.remember(request, Html.page(request, status, html));
    }

    private static Frame with(Frame frame, Optional<Message> problem) {
        return problem.map(message ->
                        frame.with(List.of(new FieldError("", frame.words().say(message)))))
                .orElse(frame);
    }

    /** Where the sign-in is that says the same in the other language. */
    private static String here(Optional<Message> problem) {
        return problem.filter(Message.SESSION_ENDED::equals).isPresent() ? MyPaths.SESSION_ENDED : MyPaths.SIGN_IN;
    }

    private Frame frame(HttpRequest<?> request, Message title, String here) {
        Language language = Languages.of(request);
        return frames.customer(language, new Words(language).say(title), here, Optional.empty());
    }
}
