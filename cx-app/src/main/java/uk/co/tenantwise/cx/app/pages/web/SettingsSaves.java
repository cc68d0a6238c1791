package uk.co.tenantwise.cx.app.pages.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import uk.co.tenantwise.cx.app.pages.present.Entry;
import uk.co.tenantwise.cx.app.pages.present.Entry.Section;
import uk.co.tenantwise.cx.domain.settings.FieldProblem;
import uk.co.tenantwise.cx.ports.driving.Save;
import uk.co.tenantwise.cx.ports.driving.SaveResult;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** Takes a form of the settings page and saves its section, or shows it again with what is in the way. */
@Singleton
final class SettingsSaves {
    static final String OUTDATED = "Nothing was saved: somebody else has saved settings since you opened this page."
            + " See History for what has changed, then save again if you still want to.";

    private final SettingsPages pages;
    private final AdminDesk desk;

    SettingsSaves(SettingsPages pages, AdminDesk desk) {
        this.pages = pages;
        this.desk = desk;
    }

    /** Saves the section that a form is about. */
    interface Saving {
        SaveResult save(Form form, Save save);
    }

    MutableHttpResponse<?> take(HttpRequest<?> request, Optional<Form> body, Section section, Saving saving) {
        return desk.take(request, body, (session, form) -> {
            Function<List<FieldProblem>, Entry> entry = problems -> new Entry(section, form.values(), problems);
            try {
                return switch (saving.save(form, new Save(session.name(), Optional.of(Versions.of(form))))) {
                    case SaveResult.Saved saved ->
                        Html.redirect(
                                request,
                                AdminPaths.SETTINGS + "?saved=" + section.name().toLowerCase(Locale.ROOT));
                    case SaveResult.Invalid invalid -> pages.wrong(request, session, entry.apply(invalid.problems()));
                    case SaveResult.Outdated outdated ->
                        pages.refused(request, session, HttpStatus.CONFLICT, entry.apply(List.of()), OUTDATED);
                };
            } catch (CxFault fault) {
                return pages.refused(
                        request,
                        session,
                        HttpStatus.BAD_GATEWAY,
                        entry.apply(List.of()),
                        "Nothing was saved: the companies could not be read from Cx. Use Test API to see why.");
            }
        });
    }
}
