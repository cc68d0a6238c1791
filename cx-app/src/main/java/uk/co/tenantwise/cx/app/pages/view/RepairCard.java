package uk.co.tenantwise.cx.app.pages.view;

import java.util.List;

/**
 * One repair.
 *
 * @param id its identity on the page
 * @param title what is to be repaired
 * @param status how far it has got
 * @param tag the colour of that
 * @param landlordSays the landlord's own status, may be empty
 * @param facts reference, date and so on
 * @param closed whether nothing more will happen
 * @param visits its visits
 * @param noVisits what to say when there is none, may be empty
 * @param cancel whether it can be cancelled
 */
public record RepairCard(
        String id,
        String title,
        String status,
        String tag,
        String landlordSays,
        List<String> facts,
        boolean closed,
        List<VisitCard> visits,
        String noVisits,
        CancelLine cancel) {
    /** Copies the lists. */
    public RepairCard {
        facts = List.copyOf(facts);
        visits = List.copyOf(visits);
    }
}
