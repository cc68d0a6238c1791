package uk.co.tenantwise.cx.app.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import uk.co.tenantwise.cx.app.pages.view.CancellationsView;
import uk.co.tenantwise.cx.app.pages.view.ConfirmView;
import uk.co.tenantwise.cx.app.pages.view.DemoSignInView;
import uk.co.tenantwise.cx.app.pages.view.Frame;
import uk.co.tenantwise.cx.app.pages.view.HistoryView;
import uk.co.tenantwise.cx.app.pages.view.LogInView;
import uk.co.tenantwise.cx.app.pages.view.MyRepairsView;
import uk.co.tenantwise.cx.app.pages.view.OutcomeView;
import uk.co.tenantwise.cx.app.pages.view.PlainView;
import uk.co.tenantwise.cx.app.pages.view.PreviewView;
import uk.co.tenantwise.cx.app.pages.view.RestoreView;
import uk.co.tenantwise.cx.app.pages.view.SettingsView;
import uk.co.tenantwise.cx.app.pages.view.SettleView;
import uk.co.tenantwise.cx.app.pages.view.StatusView;

/** Renders each page from what it shows; everything is escaped for the place where it stands. Thread-safe. */
public final class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /** The administrator's log-in. */
    public String logIn(Frame frame, LogInView view) {
        return render("admin/login.jte", frame, view);
    }

    /** Integrations, Civica Cx. */
    public String settings(Frame frame, SettingsView view) {
        return render("admin/settings.jte", frame, view);
    }

    /** What repairs settings would change. */
    public String preview(Frame frame, PreviewView view) {
        return render("admin/preview.jte", frame, view);
    }

    /** How the integration is doing. */
    public String status(Frame frame, StatusView view) {
        return render("admin/status.jte", frame, view);
    }

    /** Who changed what and when. */
    public String history(Frame frame, HistoryView view) {
        return render("admin/history.jte", frame, view);
    }

    /** The question before former settings are restored. */
    public String restore(Frame frame, RestoreView view) {
        return render("admin/restore.jte", frame, view);
    }

    /** What customers tried to cancel. */
    public String cancellations(Frame frame, CancellationsView view) {
        return render("admin/cancellations.jte", frame, view);
    }

    /** What became of a cancellation that could not be resolved. */
    public String settle(Frame frame, SettleView view) {
        return render("admin/settle.jte", frame, view);
    }

    /** A customer's repairs. */
    public String myRepairs(Frame frame, MyRepairsView view) {
        return render("my/repairs.jte", frame, view);
    }

    /** The question before something is cancelled. */
    public String confirm(Frame frame, ConfirmView view) {
        return render("my/confirm.jte", frame, view);
    }

    /** What became of an attempt to cancel. */
    public String outcome(Frame frame, OutcomeView view) {
        return render("my/outcome.jte", frame, view);
    }

    /** Chooses somebody to be in the demonstration. */
    public String demoSignIn(Frame frame, DemoSignInView view) {
        return render("my/signin.jte", frame, view);
    }

    /** A heading and a few words. */
    public String plain(Frame frame, PlainView view) {
        return render("layout/plain.jte", frame, view);
    }

    private String render(String template, Frame frame, Object view) {
        StringOutput out = new StringOutput(16 * 1024);
        engine.render(template, Map.of("frame", frame, "view", view), out);
        return out.toString();
    }
}
