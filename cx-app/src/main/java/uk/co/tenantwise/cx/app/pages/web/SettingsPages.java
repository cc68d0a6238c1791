package uk.co.tenantwise.cx.app.pages.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import uk.co.tenantwise.cx.app.pages.Templates;
import uk.co.tenantwise.cx.app.pages.present.Companies;
import uk.co.tenantwise.cx.app.pages.present.Drafting;
import uk.co.tenantwise.cx.app.pages.present.Entry;
import uk.co.tenantwise.cx.app.pages.present.Ladders;
import uk.co.tenantwise.cx.app.pages.present.Plain;
import uk.co.tenantwise.cx.app.pages.present.Settings;
import uk.co.tenantwise.cx.app.pages.view.Banner;
import uk.co.tenantwise.cx.app.pages.view.FieldError;
import uk.co.tenantwise.cx.app.pages.view.Frame;
import uk.co.tenantwise.cx.app.pages.view.LadderView;
import uk.co.tenantwise.cx.domain.cancellation.OpenSummary;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.domain.wording.Wording;
import uk.co.tenantwise.cx.ports.application.CxIntegration;
import uk.co.tenantwise.cx.ports.application.Limits;
import uk.co.tenantwise.cx.ports.driving.LadderReport;
import uk.co.tenantwise.cx.ports.fault.CxFault;
import uk.co.tenantwise.cx.ports.fault.FaultCode;

/** Makes the settings page in each of its states. The list of companies is live, but the page does not wait long for it. */
@Singleton
final class SettingsPages {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final String NO_EXAMPLE = "Fill in the fields above to see what they mean for a visit.";

    private final CxIntegration integration;
    private final Settings settings;
    private final ExecutorService calls;
    private final ShortPatience patience;
    private final AdminDesk desk;
    private final Templates templates;

    SettingsPages(
            CxIntegration integration,
            Limits limits,
            @Named("cx-calls") ExecutorService calls,
            ShortPatience patience,
            AdminDesk desk,
            Templates templates) {
        this.integration = integration;
        this.settings = new Settings(limits.addresses());
        this.calls = calls;
        this.patience = patience;
        this.desk = desk;
        this.templates = templates;
    }

    /** What is saved, perhaps with news. */
    MutableHttpResponse<?> saved(HttpRequest<?> request, PageSession session, Optional<Banner> news) {
        Frame frame = frame(session);
        return page(request, HttpStatus.OK, news.map(frame::with).orElse(frame), Optional.empty(), Optional.empty());
    }

    /** What somebody entered and cannot be saved. */
    MutableHttpResponse<?> wrong(HttpRequest<?> request, PageSession session, Entry entry) {
        return page(
                request,
                HttpStatus.UNPROCESSABLE_ENTITY,
                frame(session).with(entry.errors()),
                Optional.of(entry),
                Optional.empty());
    }

    /** What somebody entered and wants to change. */
    MutableHttpResponse<?> again(HttpRequest<?> request, PageSession session, Entry entry) {
        return page(request, HttpStatus.OK, frame(session), Optional.of(entry), Optional.empty());
    }

    /** What somebody entered and cannot be saved for a reason that has nothing to do with a field. */
    MutableHttpResponse<?> refused(
            HttpRequest<?> request, PageSession session, HttpStatus status, Entry entry, String because) {
        return page(
                request,
                status,
                frame(session).with(List.of(new FieldError("", because))),
                Optional.of(entry),
                Optional.empty());
    }

    /** What the connection test found. */
    MutableHttpResponse<?> tested(HttpRequest<?> request, PageSession session, LadderReport report) {
        Companies companies = companies();
        Frame frame = frame(session).with(Ladders.errors(report));
        return page(
                request,
                HttpStatus.OK,
                Ladders.banner(report, companies).map(frame::with).orElse(frame),
                Optional.empty(),
                companies,
                Optional.of(Ladders.of(report, companies)));
    }

    /** What the notice in a form means; the rest of the form need not be right yet. */
    String example(Map<String, String> values) {
        Map<String, String> notice = new HashMap<>(Settings.repairsValues(IntegrationSettings.DEFAULT));
        values.forEach((name, value) -> {
            if (name.startsWith("cancellation.") && !name.endsWith("Code") && !name.endsWith("contactLine")) {
                notice.put(name, value);
            }
        });
        notice.put("cancellation.enabled", "true");
        return integration
                .previewing()
                .example(Drafting.repairs(notice), Wording.ENGLISH)
                .orElse(NO_EXAMPLE);
    }

    private MutableHttpResponse<?> page(
            HttpRequest<?> request,
            HttpStatus status,
            Frame frame,
            Optional<Entry> entry,
            Optional<LadderView> ladder) {
        return page(request, status, frame, entry, companies(), ladder);
    }

    private MutableHttpResponse<?> page(
            HttpRequest<?> request,
            HttpStatus status,
            Frame frame,
            Optional<Entry> entry,
            Companies companies,
            Optional<LadderView> ladder) {
        IntegrationSettings now = integration.administering().current();
        String example = example(entry.filter(each -> each.section() == Entry.Section.REPAIRS)
                .map(Entry::values)
                .orElseGet(() -> Settings.repairsValues(now)));
        return Html.page(
                request,
                status,
                templates.settings(
                        frame,
                        settings.page(now, companies, entry, ladder, example).withAttention(attention())));
    }

    private String attention() {
        return Plain.attention(patience.ask(integration.reviewing()::open)
                .map(OpenSummary::needingAttention)
                .orElse(0));
    }

    private Frame frame(PageSession session) {
        return desk.frame(session, "Civica Cx", AdminPaths.SETTINGS);
    }

    private Companies companies() {
        Future<Companies> asked = calls.submit(() -> {
            try {
                return new Companies.Answered(integration.companies().companies());
            } catch (CxFault fault) {
                return new Companies.Failed(fault.code());
            }
        });
        try {
            return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            return new Companies.Failed(FaultCode.CX_TIMED_OUT);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the companies could not be listed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Companies.Failed(FaultCode.CX_TIMED_OUT);
        }
    }
}
