package uk.co.tenantwise.cx.app.pages.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import uk.co.tenantwise.cx.app.pages.web.PageSession.Audience;

/** Where there is no page. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
final class ElsewhereController {
    private final Desk desk;

    ElsewhereController(Desk desk) {
        this.desk = desk;
    }

    @Get
    HttpResponse<?> root(HttpRequest<?> request) {
        return Html.redirect(request, MyPaths.HOME);
    }

    @Get("/my/{+path}")
    HttpResponse<?> my(HttpRequest<?> request, @PathVariable String path) {
        return desk.notFound(request, Audience.CUSTOMER);
    }

    @Get("/admin/{+path}")
    HttpResponse<?> admin(HttpRequest<?> request, @PathVariable String path) {
        return desk.notFound(request, Audience.ADMIN);
    }
}
