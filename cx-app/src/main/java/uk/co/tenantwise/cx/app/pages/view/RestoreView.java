package uk.co.tenantwise.cx.app.pages.view;

import java.util.List;

/**
 * Asks before former settings are restored.
 *
 * @param version which
 * @param basedOn the version now in force
 * @param made when and by whom it was saved
 * @param undone the saves that would be undone, newest first
 * @param summary what that would mean for customers
 * @param effects one line for each kind of change that they would notice
 */
public record RestoreView(
        String version,
        String basedOn,
        String made,
        List<HistoryView.Save> undone,
        String summary,
        List<String> effects) {
    /** Copies the lists. */
    public RestoreView {
        undone = List.copyOf(undone);
        effects = List.copyOf(effects);
    }
}
