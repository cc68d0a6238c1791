package uk.co.tenantwise.cx.app.pages.view;

import java.util.List;

/**
 * One visit.
 *
 * @param kind what it is for
 * @param when day and time
 * @param status whether it takes place
 * @param tag the colour of that
 * @param style how it looks
 * @param facts the site's own words for the time, who comes
 * @param cancel whether it can be cancelled
 */
public record VisitCard(
        String kind, String when, String status, String tag, String style, List<String> facts, CancelLine cancel) {
    /** Copies the list. */
    public VisitCard {
        facts = List.copyOf(facts);
    }
}
