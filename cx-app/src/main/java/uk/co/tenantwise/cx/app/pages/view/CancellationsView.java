package uk.co.tenantwise.cx.app.pages.view;

import java.util.List;

/**
 * What customers tried to cancel.
 *
 * @param attention how many need attention, in words; empty when none does
 * @param outcome the filter
 * @param choices its choices
 * @param rows newest first
 * @param csv where the same can be downloaded
 * @param older where older ones are, empty when there are none
 */
public record CancellationsView(
        String attention, Field outcome, List<Choice> choices, List<Row> rows, String csv, String older) {
    /** The most attempts in one download, the newest. */
    public static final int CSV_ROWS = 10_000;

    /** Copies the lists. */
    public CancellationsView {
        choices = List.copyOf(choices);
        rows = List.copyOf(rows);
    }

    /**
     * One attempt.
     *
     * @param when when
     * @param customer whose
     * @param what what was to be cancelled
     * @param outcome what became of it
     * @param tag the colour of that
     * @param refused whether it was refused, so that nobody may be at home
     * @param reason why, may be empty
     * @param note what the customer wrote, may be empty
     * @param settle where an administrator records what became of it; empty when that is not needed
     */
    public record Row(
            String when,
            String customer,
            String what,
            String outcome,
            String tag,
            boolean refused,
            String reason,
            String note,
            String settle) {}
}
