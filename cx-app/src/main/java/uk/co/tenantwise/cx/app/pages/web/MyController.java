package uk.co.tenantwise.cx.app.pages.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.InstantSource;
import uk.co.tenantwise.cx.app.pages.Templates;
import uk.co.tenantwise.cx.app.pages.present.MyRepairs;
import uk.co.tenantwise.cx.app.pages.words.Message;

/** My repairs: what customers see. */
@Controller(MyPaths.HOME)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class MyController {
    private final InstantSource clock;
    private final MyDesk desk;
    private final MyFrames frames;
    private final Templates templates;

    MyController(InstantSource clock, MyDesk desk, MyFrames frames, Templates templates) {
        this.clock = clock;
        this.desk = desk;
        this.frames = frames;
        this.templates = templates;
    }

    /** After a sign-in that could not retrieve anything, what is kept counts as stale here until it is retrieved. */
    @Get
    HttpResponse<?> repairs(HttpRequest<?> request) {
        boolean retrieved = request.getParameters()
                .getFirst("retrieved")
                .filter("no"::equals)
                .isEmpty();
        String here = retrieved ? MyPaths.HOME : MyPaths.NOT_RETRIEVED;
        return desk.show(
                request,
                session -> desk.view(
                        request,
                        session,
                        view -> Html.page(
                                request,
                                HttpStatus.OK,
                                templates.myRepairs(
                                        frames.of(request, Message.MY_REPAIRS, here, session),
                                        new MyRepairs(frames.words(request), clock.instant(), desk.open(session))
                                                .of(view.view(), retrieved)))));
    }
}
