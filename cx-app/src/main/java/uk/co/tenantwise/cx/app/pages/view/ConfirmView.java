package uk.co.tenantwise.cx.app.pages.view;

import java.util.List;

/**
 * Asks before something is cancelled.
 *
 * @param heading the question
 * @param effect what it does
 * @param facts what will be cancelled
 * @param kind {@code repair} or {@code visit}
 * @param target which
 * @param key marks repeats of the same request
 * @param note what the customer writes
 * @param yes confirms
 * @param no changes nothing
 */
public record ConfirmView(
        String heading,
        String effect,
        List<Fact> facts,
        String kind,
        String target,
        String key,
        Field note,
        String yes,
        String no) {
    /** The most characters of a note. */
    public static final int NOTE_LIMIT = 500;

    /** Copies the list. */
    public ConfirmView {
        facts = List.copyOf(facts);
    }

    /**
     * One line of what will be cancelled.
     *
     * @param label what it is
     * @param value its value
     */
    public record Fact(String label, String value) {}
}
