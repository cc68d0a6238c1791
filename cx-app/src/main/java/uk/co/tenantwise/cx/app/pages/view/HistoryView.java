package uk.co.tenantwise.cx.app.pages.view;

import java.util.List;

/**
 * Who changed what and when.
 *
 * @param saves newest first
 * @param older where older ones are, empty when there are none
 */
public record HistoryView(List<Save> saves, String older) {
    /** Copies the list. */
    public HistoryView {
        saves = List.copyOf(saves);
    }

    /**
     * One save.
     *
     * @param version the version that it made
     * @param when when
     * @param who who
     * @param changes what
     * @param restorable whether its settings can be restored, because they are not the ones in force
     */
    public record Save(String version, String when, String who, List<ChangeLine> changes, boolean restorable) {
        /** Copies the list. */
        public Save {
            changes = List.copyOf(changes);
        }
    }
}
