package uk.co.tenantwise.cx.app.pages.view;

import java.util.List;
import java.util.Optional;
import uk.co.tenantwise.cx.app.pages.words.Words;

/**
 * What stands around every page.
 *
 * @param words the catalogue in the language of the page
 * @param title the title of the page
 * @param service what the service is called
 * @param home where its name leads
 * @param assets styles and scripts
 * @param navigation where else one can go, may be empty
 * @param session who looks at it, if signed in
 * @param languages the other language, where there is one
 * @param demo whether this is the demonstration
 * @param banner a notification, if there is one
 * @param errors what is wrong with what was entered, may be empty
 */
public record Frame(
        Words words,
        String title,
        String service,
        String home,
        AssetLinks assets,
        List<Navigation> navigation,
        Optional<Session> session,
        Optional<LanguageSwitch> languages,
        boolean demo,
        Optional<Banner> banner,
        List<FieldError> errors) {
    /** Copies the lists. */
    public Frame {
        navigation = List.copyOf(navigation);
        errors = List.copyOf(errors);
    }

    /** The token of the session, which every form has to send; empty without a session. */
    public String csrf() {
        return session.map(Session::csrf).orElse("");
    }

    /** The same with a notification. */
    public Frame with(Banner news) {
        return new Frame(
                words, title, service, home, assets, navigation, session, languages, demo, Optional.of(news), errors);
    }

    /** The same with errors. */
    public Frame with(List<FieldError> problems) {
        return new Frame(words, title, service, home, assets, navigation, session, languages, demo, banner, problems);
    }
}
