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
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.ports.application.CxIntegration;
import uk.co.tenantwise.cx.ports.driven.OneTimeKey;
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
            Templates templates,
            Frames frames) {
        this.tokens = tokens;
        this.integration = integration;
        this.demo = demo;
        this.sessions = sessions;
        this.usedUp = usedUp;
        this.clock = clock;
        this.desk = desk;
        this.templates = templates;
        this.frames = frames;
    }

    @Get("/sign-in")
    HttpResponse<?> form(HttpRequest<?> request) {
        return desk.safely(
                request,
                Audience.CUSTOMER,
                () -> demo.<MutableHttpResponse<?>>map(customers -> desk.showToStranger(
                                request, Audience.CUSTOMER, csrf -> choose(request, customers, HttpStatus.OK, csrf)))
                        .orElseGet(() -> goToPortal(request, HttpStatus.UNAUTHORIZED, Message.SIGN_IN)));
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
                        .orElseGet(() -> goToPortal(request, HttpStatus.UNAUTHORIZED, Message.HAND_OVER_REFUSED)));
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
                csrf -> demo.<MutableHttpResponse<?>>map(
                                customers -> choose(request, customers, HttpStatus.FORBIDDEN, csrf))
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
                        : goToPortal(request, HttpStatus.OK, Message.SIGNED_OUT));
    }

    /** Signing in retrieves live. When that fails, the next page says so. */
    private MutableHttpResponse<?> begin(HttpRequest<?> request, String name, ContactReference contact) {
        try {
            integration.viewing().signIn(contact);
        } catch (CxFault fault) {
            // Observed already where it happened.
        }
        return desk.begin(request, sessions.begin(Audience.CUSTOMER, name, Optional.of(contact)), MyPaths.HOME);
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
            HttpRequest<?> request, DemoCustomers customers, HttpStatus status, String csrf) {
        Language language = Languages.of(request);
        Frame frame = frame(language, Message.DEMO_SIGN_IN_TITLE);
        String again = new Words(language).say(Message.FORM_AGAIN);
        DemoSignInView view = new DemoSignInView(
                customers.customers().stream()
                        .map(each -> new Choice(each.value(), each.label()))
                        .toList(),
                csrf);
        return Languages.remember(
                request,
                Html.page(
                        request,
                        status,
                        templates.demoSignIn(
                                status == HttpStatus.OK ? frame : frame.with(List.of(new FieldError("", again))),
                                view)));
    }

    private MutableHttpResponse<?> goToPortal(HttpRequest<?> request, HttpStatus status, Message why) {
        Language language = Languages.of(request);
        Words words = new Words(language);
        Message title = why == Message.SIGNED_OUT ? Message.SIGNED_OUT : Message.SIGN_IN_TITLE;
        String text = why == Message.SIGNED_OUT ? words.say(Message.SIGN_IN) : words.say(why);
        return Languages.remember(
                request,
                Html.page(
                        request,
                        status,
                        templates.plain(
                                frame(language, title), new PlainView(words.say(title), text, "", Optional.empty()))));
    }

    private Frame frame(Language language, Message title) {
        return frames.customer(language, new Words(language).say(title), MyPaths.SIGN_IN, Optional.empty());
    }
}
