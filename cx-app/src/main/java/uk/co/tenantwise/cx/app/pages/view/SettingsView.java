package uk.co.tenantwise.cx.app.pages.view;

import java.util.List;
import java.util.Optional;

/**
 * Integrations, Civica Cx.
 *
 * @param version on which version the forms are based
 * @param state how far the settings have got, in words
 * @param stateTag the colour of that
 * @param attention how many cancellations need attention, in words; empty when none does
 * @param unsaved the part of the page that shows what was entered and is not saved, empty for none
 * @param connection how Cx is reached
 * @param company whose data are shown
 * @param ladder what the connection test found, once run
 * @param repairs what customers see and may cancel
 * @param refresh how long data are kept
 * @param applyTo the customer whose data shall be retrieved again, empty for all
 * @param addresses from where this instance calls Cx, may be empty
 * @param letter what to send to Civica
 */
public record SettingsView(
        String version,
        String state,
        String stateTag,
        String attention,
        String unsaved,
        ConnectionForm connection,
        CompanyForm company,
        Optional<LadderView> ladder,
        RepairsForm repairs,
        RefreshForm refresh,
        Field applyTo,
        List<String> addresses,
        String letter) {
    /** Copies the list. */
    public SettingsView {
        addresses = List.copyOf(addresses);
    }

    /** The same with a word about cancellations. */
    public SettingsView withAttention(String text) {
        return new SettingsView(
                version,
                state,
                stateTag,
                text,
                unsaved,
                connection,
                company,
                ladder,
                repairs,
                refresh,
                applyTo,
                addresses,
                letter);
    }
}
