package uk.co.tenantwise.cx.app.pages;

import static uk.co.tenantwise.cx.app.pages.Samples.CANARY;
import static uk.co.tenantwise.cx.app.pages.Samples.CONTACT_LINE;
import static uk.co.tenantwise.cx.app.pages.Samples.SAVED;
import static uk.co.tenantwise.cx.testkit.Builders.CONTACT;
import static uk.co.tenantwise.cx.testkit.Builders.NOW;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.co.tenantwise.cx.app.pages.asset.Assets;
import uk.co.tenantwise.cx.app.pages.diary.CallDiary;
import uk.co.tenantwise.cx.app.pages.present.Attempts;
import uk.co.tenantwise.cx.app.pages.present.Companies;
import uk.co.tenantwise.cx.app.pages.present.Confirming;
import uk.co.tenantwise.cx.app.pages.present.Entry;
import uk.co.tenantwise.cx.app.pages.present.Entry.Section;
import uk.co.tenantwise.cx.app.pages.present.Histories;
import uk.co.tenantwise.cx.app.pages.present.Ladders;
import uk.co.tenantwise.cx.app.pages.present.MyRepairs;
import uk.co.tenantwise.cx.app.pages.present.OpenAttempts;
import uk.co.tenantwise.cx.app.pages.present.Outcomes;
import uk.co.tenantwise.cx.app.pages.present.Previews;
import uk.co.tenantwise.cx.app.pages.present.Settings;
import uk.co.tenantwise.cx.app.pages.present.Settling;
import uk.co.tenantwise.cx.app.pages.present.Statuses;
import uk.co.tenantwise.cx.app.pages.view.Banner;
import uk.co.tenantwise.cx.app.pages.view.Choice;
import uk.co.tenantwise.cx.app.pages.view.DemoSignInView;
import uk.co.tenantwise.cx.app.pages.view.Field;
import uk.co.tenantwise.cx.app.pages.view.FieldError;
import uk.co.tenantwise.cx.app.pages.view.Frame;
import uk.co.tenantwise.cx.app.pages.view.LogInView;
import uk.co.tenantwise.cx.app.pages.view.Navigation;
import uk.co.tenantwise.cx.app.pages.view.PlainView;
import uk.co.tenantwise.cx.app.pages.view.Session;
import uk.co.tenantwise.cx.app.pages.view.SettingsView;
import uk.co.tenantwise.cx.app.pages.words.Language;
import uk.co.tenantwise.cx.app.pages.words.Message;
import uk.co.tenantwise.cx.app.pages.words.Words;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.AppointmentTarget;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.RepairTarget;
import uk.co.tenantwise.cx.domain.cancellation.IdempotencyKey;
import uk.co.tenantwise.cx.domain.cancellation.OpenSummary;
import uk.co.tenantwise.cx.domain.cancellation.RefusalReason;
import uk.co.tenantwise.cx.domain.refresh.Source;
import uk.co.tenantwise.cx.domain.repair.AppointmentId;
import uk.co.tenantwise.cx.domain.repair.RepairReference;
import uk.co.tenantwise.cx.domain.settings.FieldProblem;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.domain.settings.Readiness;
import uk.co.tenantwise.cx.domain.settings.RepairsSettings;
import uk.co.tenantwise.cx.ports.driven.Observation;
import uk.co.tenantwise.cx.ports.driving.CompanyListing;
import uk.co.tenantwise.cx.ports.driving.ForExplainingFaults;
import uk.co.tenantwise.cx.ports.driving.LadderReport;
import uk.co.tenantwise.cx.ports.driving.LadderStep;
import uk.co.tenantwise.cx.ports.driving.SettingsPreview.Effect;
import uk.co.tenantwise.cx.ports.driving.SettingsPreview.Effects;
import uk.co.tenantwise.cx.ports.driving.SettingsPreview.Example;
import uk.co.tenantwise.cx.ports.driving.SettleCommand.Finding;
import uk.co.tenantwise.cx.ports.fault.CxFault;
import uk.co.tenantwise.cx.ports.fault.FaultCode;
import uk.co.tenantwise.cx.testkit.ManualClock;

/** Every template in every state, rendered. */
final class SamplePages {
    private static final String EXAMPLE =
            "A visit on Wednesday 9 December at 10am can be cancelled until 3pm on Tuesday 8 December.";
    private static final Companies LISTED = new Companies.Answered(new CompanyListing.Listed(Samples.COMPANIES));
    private static final RepairTarget REPAIR = new RepairTarget(new RepairReference("WO-1001"));
    private static final AppointmentTarget VISIT = new AppointmentTarget(new AppointmentId("APP-1"));

    private final Templates templates = new Templates();
    private final Frames frames = new Frames(Assets.load().links(), true);
    private final Settings settings = new Settings(List.of("203.0.113.10", "2001:db8::10"));
    private final Session admin = new Session("admin", "/admin/log-out", "token-1");
    private final Map<String, String> pages = new LinkedHashMap<>();

    static Map<String, String> all() {
        SamplePages samples = new SamplePages();
        samples.logIns();
        samples.settings();
        samples.previews();
        samples.records();
        for (Language language : Language.values()) {
            samples.repairs(language);
            samples.cancelling(language);
            samples.outsides(language);
        }
        return samples.pages;
    }

    private void logIns() {
        Frame frame = frames.adminOutside("Log in");
        pages.put(
                "admin-log-in",
                templates.logIn(
                        frame, new LogInView(Field.of("username", ""), Field.of("password", ""), "", "token-1")));
        Optional<String> wrong = Optional.of("User name or password is wrong");
        pages.put(
                "admin-log-in-wrong",
                templates.logIn(
                        frame.with(List.of(new FieldError("username", wrong.get()))),
                        new LogInView(
                                new Field("username", CANARY, wrong),
                                Field.of("password", ""),
                                "You were logged out because you had not used the page for a while.",
                                "token-1")));
    }

    private void settings() {
        Frame frame = frames.admin("Civica Cx", "/admin/civica-cx", admin);
        SettingsView fresh = settings.page(
                IntegrationSettings.DEFAULT,
                new Companies.Answered(new CompanyListing.NotConnected()),
                Optional.empty(),
                Optional.empty(),
                "A visit on Wednesday 9 December at 10am can be cancelled until the end of Tuesday 8 December.");
        pages.put("admin-settings-first", templates.settings(frame, fresh));
        SettingsView saved = settings.page(SAVED, LISTED, Optional.empty(), Optional.empty(), EXAMPLE)
                .withAttention("1 cancellation needs your attention.");
        pages.put(
                "admin-settings-saved",
                templates.settings(frame.with(new Banner(true, "Success", "Changes saved.", "")), saved));
        pages.put("admin-settings-test-passed", tested(frame, Optional.empty(), LISTED));
        pages.put(
                "admin-settings-test-failed",
                tested(
                        frame,
                        Optional.of(LadderStep.CREDENTIALS),
                        new Companies.Failed(FaultCode.CX_CREDENTIALS_REJECTED)));
        Entry entry = new Entry(
                Section.CONNECTION,
                Map.of(
                        "enabled",
                        "true",
                        "apiUrl",
                        "https://cx.example/path",
                        "username",
                        CANARY,
                        "password",
                        "hidden"),
                List.of(
                        new FieldProblem("apiUrl", "The API URL must be the base URL: remove /path"),
                        new FieldProblem("password", "Enter the password of the Cx user")));
        pages.put("admin-settings-wrong-connection", wrong(frame, entry));
        Entry repairs = new Entry(
                Section.REPAIRS,
                Map.of("startDate", "31/2/2026", "cancellation.enabled", "true", "cancellation.noticeDays", "lots"),
                List.of(
                        new FieldProblem("startDate", "as the API words it"),
                        new FieldProblem("cancellation.noticeDays", "Enter a whole number of days from 0 to 365")));
        pages.put("admin-settings-wrong-repairs", wrong(frame, repairs));
        pages.put(
                "admin-settings-no-addresses",
                templates.settings(
                        frame,
                        new Settings(List.of())
                                .page(
                                        SAVED,
                                        new Companies.Failed(FaultCode.CX_TIMED_OUT),
                                        Optional.empty(),
                                        Optional.empty(),
                                        EXAMPLE)));
    }

    private String tested(Frame frame, Optional<LadderStep> failing, Companies companies) {
        LadderReport report = Samples.ladder(failing);
        Frame told = Ladders.banner(report, companies).map(frame::with).orElse(frame);
        return templates.settings(
                told.with(Ladders.errors(report)),
                settings.page(SAVED, companies, Optional.empty(), Optional.of(Ladders.of(report, companies)), EXAMPLE));
    }

    private String wrong(Frame frame, Entry entry) {
        return templates.settings(
                frame.with(entry.errors()), settings.page(SAVED, LISTED, Optional.of(entry), Optional.empty(), ""));
    }

    private void previews() {
        Frame frame = frames.admin("Check what would change", "/admin/civica-cx", admin);
        Effects effects = new Effects(
                12,
                3,
                1,
                2,
                List.of(
                        new Example(CONTACT, REPAIR, Effect.HIDDEN, Optional.empty()),
                        new Example(CONTACT, VISIT, Effect.NO_LONGER_CANCELLABLE, Optional.of(NOW))));
        Map<String, String> values = Settings.repairsValues(SAVED);
        pages.put(
                "admin-preview",
                templates.preview(frame, Previews.of(SAVED, RepairsSettings.DEFAULT, effects, values, "7")));
        pages.put(
                "admin-preview-nothing",
                templates.preview(
                        frame, Previews.of(SAVED, Samples.REPAIRS, new Effects(0, 0, 0, 0, List.of()), values, "7")));
    }

    private void records() {
        ManualClock clock = ManualClock.atNow();
        clock.advance(Duration.ofHours(-20));
        CallDiary diary = new CallDiary(clock);
        Frame status = frames.admin("Status", "/admin/civica-cx/status", admin);
        pages.put(
                "admin-status-empty",
                templates.status(
                        status,
                        Statuses.of(
                                Readiness.DISABLED,
                                diary.read(),
                                Optional.empty(),
                                0,
                                Optional.of(new OpenSummary(0, 0, Optional.empty())))));
        for (int hour = 0; hour < 20; hour++) {
            for (int i = 0; i < hour * 3 % 17; i++) {
                diary.observe(new Observation.CxAnswered(clock.instant(), Observation.Part.REPAIRS));
                diary.observe(new Observation.Served(i % 3 == 0 ? Source.CACHE : Source.LIVE, Duration.ZERO));
            }
            if (hour % 6 == 2) {
                diary.observe(new Observation.CxFailed(
                        clock.instant(), Observation.Part.REPAIRS, new CxFault.TimedOut("late")));
            }
            clock.advance(Duration.ofHours(1));
        }
        pages.put(
                "admin-status",
                templates.status(
                        status,
                        Statuses.of(
                                Readiness.READY,
                                diary.read(),
                                Optional.of(new ForExplainingFaults.Explanation(
                                        LadderStep.CX_ANSWERS,
                                        "The clock of this server is 7 minutes behind the clock of Cx.",
                                        "Ask whoever runs it to set it by a time service.")),
                                42,
                                Optional.of(new OpenSummary(3, 2, Optional.of(NOW))))));
        Frame history = frames.admin("History", "/admin/civica-cx/history", admin);
        Histories histories = new Histories(SAVED.version());
        pages.put(
                "admin-history",
                templates.history(
                        history, histories.of(List.of(Samples.change(7), Samples.change(6), Samples.change(1)))));
        pages.put("admin-history-empty", templates.history(history, histories.of(List.of())));
        pages.put(
                "admin-restore",
                templates.restore(
                        history,
                        histories.restore(
                                Samples.change(5), List.of(Samples.change(7), Samples.change(6)), Optional.empty())));
        Frame attempts = frames.admin("Cancellations", "/admin/civica-cx/cancellations", admin);
        pages.put(
                "admin-cancellations",
                templates.cancellations(
                        attempts, Attempts.of(Samples.attempts(), Optional.empty(), 2, CancellationAttempt::isOpen)));
        pages.put(
                "admin-cancellations-empty",
                templates.cancellations(attempts, Attempts.of(List.of(), Optional.of("REFUSED"), 0, attempt -> false)));
        CancellationAttempt lost = Samples.attempt(VISIT, new CancellationOutcome.Unknown(), CANARY);
        Frame settle = frames.admin("Record what you found", "/admin/civica-cx/cancellations", admin);
        pages.put("admin-settle", templates.settle(settle, Settling.ask(lost, Optional.empty())));
        pages.put(
                "admin-settle-wrong",
                templates.settle(
                        settle.with(List.of(new FieldError("finding", "Select what Cx shows"))),
                        Settling.ask(lost, Optional.of("Select what Cx shows"))));
        pages.put("admin-settle-confirm", templates.settle(settle, Settling.confirm(lost, Finding.NOT_CANCELLED, 1)));
    }

    private void repairs(Language language) {
        Frame frame = frame(language, Message.MY_REPAIRS);
        MyRepairs repairs = new MyRepairs(new Words(language), NOW, OpenAttempts.NONE);
        put(language, "my-repairs", templates.myRepairs(frame, repairs.of(Samples.customer(Source.LIVE))));
        put(language, "my-repairs-stale", templates.myRepairs(frame, repairs.of(Samples.customer(Source.STALE))));
        MyRepairs checking = new MyRepairs(
                new Words(language),
                NOW,
                OpenAttempts.of(List.of(
                        Samples.attempt(REPAIR, new CancellationOutcome.Unknown(), ""),
                        Samples.attempt(
                                new AppointmentTarget(new AppointmentId("APP-9")),
                                new CancellationOutcome.Unknown(),
                                ""))));
        put(language, "my-repairs-checking", templates.myRepairs(frame, checking.of(Samples.customer(Source.LIVE))));
        put(language, "my-repairs-empty", templates.myRepairs(frame, repairs.of(Samples.nobody())));
    }

    private void cancelling(Language language) {
        Words words = new Words(language);
        Frame frame = frame(language, Message.CONFIRM_REPAIR_TITLE);
        put(language, "my-confirm-repair", confirm(words, frame, REPAIR, Field.of("note", "")));
        put(language, "my-confirm-visit", confirm(words, frame, VISIT, Field.of("note", "")));
        String tooLong = words.say(Message.NOTE_TOO_LONG, 500);
        put(
                language,
                "my-confirm-wrong",
                confirm(
                        words,
                        frame.with(List.of(new FieldError("note", tooLong))),
                        VISIT,
                        new Field("note", CANARY, Optional.of(tooLong))));
        outcome(language, "cancelled", new CancellationOutcome.Cancelled());
        outcome(language, "already-cancelled", new CancellationOutcome.AlreadyCancelled());
        outcome(language, "refused", new CancellationOutcome.Refused(RefusalReason.NOTICE_TOO_SHORT));
        outcome(language, "refused-by-cx", new CancellationOutcome.RefusedByCx(CANARY));
        outcome(language, "checking", new CancellationOutcome.Unknown());
    }

    private String confirm(Words words, Frame frame, CancellationTarget target, Field note) {
        return templates.confirm(
                frame,
                new Confirming(words, NOW)
                        .of(Samples.customer(Source.LIVE), target, new IdempotencyKey("key-1"), note)
                        .orElseThrow());
    }

    private void outcome(Language language, String name, CancellationOutcome outcome) {
        put(
                language,
                "my-outcome-" + name,
                templates.outcome(
                        frame(language, Message.MY_REPAIRS),
                        new Outcomes(new Words(language), CONTACT_LINE).of(Samples.attempt(VISIT, outcome, ""))));
    }

    private void outsides(Language language) {
        Words words = new Words(language);
        Frame frame = frame(language, Message.DEMO_SIGN_IN_TITLE);
        put(
                language,
                "my-sign-in",
                templates.demoSignIn(
                        frame,
                        new DemoSignInView(
                                List.of(new Choice("C-1001", "Alex Example"), new Choice("C-2002", CANARY)),
                                "token-1")));
        put(
                language,
                "my-unavailable",
                templates.plain(
                        frame,
                        new PlainView(
                                words.say(Message.UNAVAILABLE_TITLE),
                                words.say(Message.UNAVAILABLE),
                                CONTACT_LINE,
                                Optional.of(new Navigation(words.say(Message.TRY_AGAIN), "/my", false)))));
        put(
                language,
                "my-disabled",
                templates.plain(
                        frame,
                        new PlainView(
                                words.say(Message.DISABLED_TITLE), words.say(Message.DISABLED), "", Optional.empty())));
    }

    private Frame frame(Language language, Message title) {
        return frames.customer(
                language,
                new Words(language).say(title),
                "/my",
                Optional.of(new Session("", "/my/sign-out", "token-1")));
    }

    private void put(Language language, String name, String page) {
        pages.put(language == Language.ENGLISH ? name : name + "-" + language.tag(), page);
    }
}
