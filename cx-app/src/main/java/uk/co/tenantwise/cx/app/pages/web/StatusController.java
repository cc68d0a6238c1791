package uk.co.tenantwise.cx.app.pages.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import uk.co.tenantwise.cx.app.pages.Templates;
import uk.co.tenantwise.cx.app.pages.diary.CallDiary;
import uk.co.tenantwise.cx.app.pages.present.Statuses;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.ports.application.CxIntegration;
import uk.co.tenantwise.cx.ports.application.StorePorts;

/** Status: shows administrators how the integration is doing. */
@Controller(AdminPaths.STATUS)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class StatusController {
    private final CxIntegration integration;
    private final StorePorts stores;
    private final CallDiary diary;
    private final ShortPatience patience;
    private final AdminDesk desk;
    private final Templates templates;

    StatusController(
            CxIntegration integration,
            StorePorts stores,
            CallDiary diary,
            ShortPatience patience,
            AdminDesk desk,
            Templates templates) {
        this.integration = integration;
        this.stores = stores;
        this.diary = diary;
        this.patience = patience;
        this.desk = desk;
        this.templates = templates;
    }

    @Get
    HttpResponse<?> status(HttpRequest<?> request) {
        return desk.show(request, session -> {
            IntegrationSettings settings = integration.administering().current();
            int kept = stores.repairs().held(settings.source()).size();
            return AdminDesk.page(
                    request,
                    templates.status(
                            desk.frame(session, "Status", AdminPaths.STATUS),
                            Statuses.of(
                                    settings.readiness(),
                                    diary.read(),
                                    integration.explaining().clocks(),
                                    kept,
                                    patience.ask(integration.reviewing()::open))));
        });
    }
}
