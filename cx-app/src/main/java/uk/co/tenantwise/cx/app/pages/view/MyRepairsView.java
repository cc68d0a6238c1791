package uk.co.tenantwise.cx.app.pages.view;

import java.util.List;

/**
 * What a customer sees.
 *
 * @param greeting the customer's name, may be empty
 * @param asOf how old this is
 * @param stale why it is older than it should be, may be empty
 * @param setAside what could not be shown, may be empty
 * @param repairs newest first
 * @param visits those that belong to no repair shown
 */
public record MyRepairsView(
        String greeting, String asOf, String stale, String setAside, List<RepairCard> repairs, List<VisitCard> visits) {
    /** Copies the lists. */
    public MyRepairsView {
        repairs = List.copyOf(repairs);
        visits = List.copyOf(visits);
    }

    /** Whether there is nothing: what could not be shown is not nothing. */
    public boolean empty() {
        return repairs.isEmpty() && visits.isEmpty() && setAside.isEmpty();
    }
}
