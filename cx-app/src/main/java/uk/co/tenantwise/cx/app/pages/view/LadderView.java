package uk.co.tenantwise.cx.app.pages.view;

import java.util.List;

/**
 * What the connection test found.
 *
 * @param passed whether every step passed
 * @param summary the result in one sentence
 * @param rungs the steps
 */
public record LadderView(boolean passed, String summary, List<Rung> rungs) {
    /** Copies the list. */
    public LadderView {
        rungs = List.copyOf(rungs);
    }

    /**
     * One step.
     *
     * @param title what it is about
     * @param style how it looks
     * @param result how it ended
     * @param tag the colour of that
     * @param time how long it took, may be empty
     * @param cause what was found, may be empty
     * @param remedy what to do, may be empty
     */
    public record Rung(
            String title, String style, String result, String tag, String time, String cause, String remedy) {}
}
