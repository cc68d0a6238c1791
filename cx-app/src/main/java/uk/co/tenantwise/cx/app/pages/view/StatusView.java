package uk.co.tenantwise.cx.app.pages.view;

import java.util.List;

/**
 * How the integration is doing.
 *
 * @param state how far the settings have got, in words
 * @param stateTag the colour of that
 * @param since since when this is counted
 * @param lastSuccess when Cx last answered
 * @param lastFailure when it last did not
 * @param lastCause why not, may be empty
 * @param clocks that this server's clock and that of Cx differ, in words; empty when they do not
 * @param snapshots how many customers' data are kept
 * @param hitRate how often what was kept could be used
 * @param open how many cancellations are being checked
 * @param attention how many of them need attention, in words; empty when none does
 * @param retrievals how often data were retrieved in the last 24 hours
 * @param faults how often Cx failed in the last 24 hours
 * @param chart both by the hour
 */
public record StatusView(
        String state,
        String stateTag,
        String since,
        String lastSuccess,
        String lastFailure,
        String lastCause,
        String clocks,
        String snapshots,
        String hitRate,
        String open,
        String attention,
        String retrievals,
        String faults,
        Chart chart) {

    /**
     * A bar chart, 24 pairs of bars.
     *
     * @param width of the drawing
     * @param height of the drawing
     * @param baseline where the bars stand
     * @param top what the highest line stands for
     * @param summary the same in one sentence
     * @param hours one for each hour, oldest first
     */
    public record Chart(int width, int height, int baseline, String top, String summary, List<Hour> hours) {
        /** Copies the list. */
        public Chart {
            hours = List.copyOf(hours);
        }
    }

    /**
     * One hour.
     *
     * @param label its beginning
     * @param tick whether the label is drawn
     * @param x where it begins
     * @param retrieved the number of retrievals
     * @param failed the number of faults
     * @param retrievedBar how high that bar is
     * @param failedBar how high that bar is
     */
    public record Hour(String label, boolean tick, int x, int retrieved, int failed, int retrievedBar, int failedBar) {}
}
