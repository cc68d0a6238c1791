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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.co.tenantwise.cx.app.pages.Frames;
import uk.co.tenantwise.cx.app.pages.Templates;
import uk.co.tenantwise.cx.app.pages.view.Field;
import uk.co.tenantwise.cx.app.pages.view.FieldError;
import uk.co.tenantwise.cx.app.pages.view.Frame;
import uk.co.tenantwise.cx.app.pages.view.LogInView;
import uk.co.tenantwise.cx.app.pages.web.PageSession.Audience;
import uk.co.tenantwise.cx.app.security.AdministratorAccount;
import uk.co.tenantwise.cx.app.security.LogInResult;

/** Lets administrators in and out. Guessing is slowed down by the account itself, for the pages and the API together. */
@Controller("/admin")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.ALL)
final class LogInController {
    private static final Map<String, String> REASONS = Map.of(
            "ended",
            "Please log in. If you were logged in, your session ended because it had not been used for a while.",
            "unsaved",
            "Your session ended because it had not been used for a while. Nothing was changed: log in and do it again.",
            "out",
            "You have logged out.");

    private final AdministratorAccount account;
    private final Sessions sessions;
    private final Desk desk;
    private final Templates templates;
    private final Frames frames;

    LogInController(AdministratorAccount account, Sessions sessions, Desk desk, Templates templates, Frames frames) {
        this.account = account;
        this.sessions = sessions;
        this.desk = desk;
        this.templates = templates;
        this.frames = frames;
    }

    @Get
    HttpResponse<?> home(HttpRequest<?> request) {
        return Html.redirect(request, AdminPaths.SETTINGS);
    }

    @Get("/log-in")
    HttpResponse<?> form(HttpRequest<?> request) {
        String reason =
                request.getParameters().getFirst("why").map(REASONS::get).orElse("");
        return desk.show(
                request,
                Audience.ADMIN,
                session -> Html.redirect(request, AdminPaths.SETTINGS),
                () -> desk.showToStranger(
                        request,
                        Audience.ADMIN,
                        csrf -> page(request, HttpStatus.OK, "", reason, csrf, Optional.empty())));
    }

    @Post("/log-in")
    HttpResponse<?> logIn(HttpRequest<?> request, @Body Optional<Form> body) {
        Form form = body.orElse(Form.EMPTY);
        return desk.takeFromStranger(
                request,
                Audience.ADMIN,
                form,
                csrf -> check(request, form.get("username").strip(), form, csrf),
                csrf -> page(
                        request,
                        HttpStatus.FORBIDDEN,
                        form.get("username").strip(),
                        "",
                        csrf,
                        Optional.of("You were not logged in: this page was open for too long, or your browser does not"
                                + " accept cookies. Enter your password and try again")));
    }

    @Post("/log-out")
    HttpResponse<?> logOut(HttpRequest<?> request, @Body Optional<Form> body) {
        return desk.take(
                request,
                Audience.ADMIN,
                body.orElse(Form.EMPTY),
                session -> desk.end(request, session, AdminPaths.LOG_IN + "?why=out"),
                () -> Html.redirect(request, AdminPaths.LOG_IN));
    }

    private MutableHttpResponse<?> check(HttpRequest<?> request, String username, Form form, String csrf) {
        return switch (account.logIn(username, form.get("password"))) {
            case LogInResult.Accepted accepted ->
                desk.begin(
                        request,
                        sessions.begin(Audience.ADMIN, accepted.caller().name(), Optional.empty()),
                        AdminPaths.SETTINGS);
            case LogInResult.Rejected rejected ->
                page(
                        request,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        username,
                        "",
                        csrf,
                        Optional.of("User name or password is wrong"));
            case LogInResult.Delayed delayed ->
                page(
                        request,
                        HttpStatus.TOO_MANY_REQUESTS,
                        username,
                        "",
                        csrf,
                        Optional.of("Too many failed attempts. Try again in " + spoken(delayed.delay())));
        };
    }

    private MutableHttpResponse<?> page(
            HttpRequest<?> request,
            HttpStatus status,
            String username,
            String reason,
            String csrf,
            Optional<String> error) {
        Frame frame = frames.adminOutside("Log in");
        LogInView view = new LogInView(new Field("username", username, error), Field.of("password", ""), reason, csrf);
        return Html.page(
                request,
                status,
                templates.logIn(
                        error.map(message -> frame.with(List.of(new FieldError("username", message))))
                                .orElse(frame),
                        view));
    }

    private static String spoken(Duration delay) {
        long seconds = Math.max(1, delay.plusMillis(999).toSeconds());
        if (seconds < 60) {
            return seconds == 1 ? "1 second" : seconds + " seconds";
        }
        long minutes = (seconds + 59) / 60;
        return minutes == 1 ? "1 minute" : minutes + " minutes";
    }
}
