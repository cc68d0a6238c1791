package uk.co.tenantwise.cx.app.pages.view;

import java.util.List;

/**
 * Asks before former settings are restored.
 *
 * @param version which
 * @param basedOn the version now in force
 * @param made when and by whom it was saved
 * @param undone the saves that would be undone, newest first
 */
public record RestoreView(String version, String basedOn, String made, List<HistoryView.Save> undone) {
    /** Copies the list. */
    public RestoreView {
        undone = List.copyOf(undone);
    }
}
