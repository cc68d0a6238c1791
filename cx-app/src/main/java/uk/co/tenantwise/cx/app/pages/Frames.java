package uk.co.tenantwise.cx.app.pages;

import java.util.List;
import java.util.Optional;
import uk.co.tenantwise.cx.app.pages.view.AssetLinks;
import uk.co.tenantwise.cx.app.pages.view.Frame;
import uk.co.tenantwise.cx.app.pages.view.LanguageSwitch;
import uk.co.tenantwise.cx.app.pages.view.Navigation;
import uk.co.tenantwise.cx.app.pages.view.Session;
import uk.co.tenantwise.cx.app.pages.words.Language;
import uk.co.tenantwise.cx.app.pages.words.Message;
import uk.co.tenantwise.cx.app.pages.words.Words;

/**
 * Makes what stands around pages.
 *
 * @param assets styles and scripts
 * @param demo whether this is the demonstration
 */
public record Frames(AssetLinks assets, boolean demo) {
    private static final String ADMIN_HOME = "/admin/civica-cx";
    private static final List<Navigation> ADMIN_PLACES = List.of(
            new Navigation("Civica Cx", ADMIN_HOME, false),
            new Navigation("Status", ADMIN_HOME + "/status", false),
            new Navigation("History", ADMIN_HOME + "/history", false),
            new Navigation("Cancellations", ADMIN_HOME + "/cancellations", false));

    /** Around an administrator's page; {@code here} is the place in the navigation. */
    public Frame admin(String title, String here, Session session) {
        return admin(
                title,
                Optional.of(session),
                ADMIN_PLACES.stream()
                        .map(place -> new Navigation(
                                place.label(), place.href(), place.href().equals(here)))
                        .toList());
    }

    /** Around a page for an administrator who is not logged in. */
    public Frame adminOutside(String title) {
        return admin(title, Optional.empty(), List.of());
    }

    /** Around a customer's page; {@code here} is where the same page is in the other language. */
    public Frame customer(Language language, String title, String here, Optional<Session> session) {
        Words words = new Words(language);
        return new Frame(
                words,
                title,
                words.say(Message.MY_REPAIRS),
                "/my",
                assets,
                List.of(),
                session,
                Optional.of(switchTo(language.other(), here)),
                demo,
                Optional.empty(),
                List.of());
    }

    private Frame admin(String title, Optional<Session> session, List<Navigation> places) {
        return new Frame(
                Words.ENGLISH,
                title,
                "Admin console",
                ADMIN_HOME,
                assets,
                places,
                session,
                Optional.empty(),
                demo,
                Optional.empty(),
                List.of());
    }

    private static LanguageSwitch switchTo(Language language, String here) {
        return new LanguageSwitch(
                language.ownName(), language.tag(), here + (here.contains("?") ? "&" : "?") + "lang=" + language.tag());
    }
}
