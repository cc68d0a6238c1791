package uk.co.tenantwise.cx.app.pages.view;

import java.util.List;

/**
 * Asks an administrator what became of a cancellation, and then whether that shall be recorded.
 *
 * @param action where the forms are sent, without the last part
 * @param sends how often the cancellation had been sent when this was shown
 * @param facts what it is about
 * @param finding what the administrator found
 * @param question asks to confirm; empty while there is nothing to confirm
 * @param effect what recording it does, may be empty
 */
public record SettleView(String action, int sends, List<Fact> facts, Field finding, String question, String effect) {
    /** Copies the list. */
    public SettleView {
        facts = List.copyOf(facts);
    }

    /** Whether this is the second step. */
    public boolean confirms() {
        return !question.isEmpty();
    }

    /**
     * One line of what it is about.
     *
     * @param label what it is
     * @param value its value
     */
    public record Fact(String label, String value) {}
}
