package uk.co.tenantwise.cx.app.pages.view;

import java.util.List;

/**
 * Whose data are shown.
 *
 * @param state whether the live list is there
 * @param companyId the identity that is selected
 * @param choices the live list
 * @param selected the name of the saved company, may be empty
 * @param trouble why there is no list, may be empty
 */
public record CompanyForm(State state, Field companyId, List<Choice> choices, String selected, String trouble) {
    /** Copies the list. */
    public CompanyForm {
        choices = List.copyOf(choices);
    }

    /** Whether the live list is there. */
    public enum State {
        /** It is. */
        LISTED,
        /** The connection has not been saved. */
        NOT_CONNECTED,
        /** Cx did not give it. */
        FAILED
    }
}
