package uk.co.tenantwise.cx.app.pages.present;

import java.util.List;
import java.util.Optional;
import uk.co.tenantwise.cx.app.pages.view.HistoryView;
import uk.co.tenantwise.cx.app.pages.view.RestoreView;
import uk.co.tenantwise.cx.app.pages.words.Dates;
import uk.co.tenantwise.cx.domain.settings.SettingsChange;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;
import uk.co.tenantwise.cx.ports.driving.SettingsPreview.Effects;

/**
 * Shows who changed what and when.
 *
 * @param inForce the version that is in force
 */
public record Histories(SettingsVersion inForce) {
    /** The most saves on one page. */
    public static final int PAGE = 20;

    private static final String ELSEWHERE =
            "Repairs would come from another Cx instance or company, or from none. What is kept now would be shown to"
                    + " nobody any more.";

    /** A page of {@code changes}, of which one more than {@value #PAGE} tells that there are older ones. */
    public HistoryView of(List<SettingsChange> changes) {
        List<HistoryView.Save> saves =
                changes.stream().limit(PAGE).map(this::save).toList();
        return new HistoryView(
                saves,
                changes.size() > PAGE
                        ? "/admin/civica-cx/history?before=" + saves.getLast().version()
                        : "");
    }

    /**
     * The question before {@code former} is restored.
     *
     * @param later the saves since then, newest first
     * @param effects what it would mean for customers; empty when their data would come from elsewhere
     */
    public RestoreView restore(SettingsChange former, List<SettingsChange> later, Optional<Effects> effects) {
        return new RestoreView(
                former.version().toString(),
                inForce.toString(),
                Dates.ENGLISH.stamp(former.at()) + " by " + former.actor(),
                later.stream().map(this::save).toList(),
                effects.map(Previews::summary).orElse(ELSEWHERE),
                effects.map(Previews::lines).orElse(List.of()));
    }

    private HistoryView.Save save(SettingsChange change) {
        return new HistoryView.Save(
                change.version().toString(),
                Dates.ENGLISH.stamp(change.at()),
                change.actor(),
                change.changes().stream().map(Plain::change).toList(),
                change.version().compareTo(inForce) < 0);
    }
}
