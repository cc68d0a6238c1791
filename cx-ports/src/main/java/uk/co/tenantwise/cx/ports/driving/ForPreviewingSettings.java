package uk.co.tenantwise.cx.ports.driving;

import java.util.Optional;
import uk.co.tenantwise.cx.domain.settings.RepairsDraft;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;
import uk.co.tenantwise.cx.domain.wording.Wording;

/** Shows administrators what repairs settings mean before they are saved. Nothing is changed and Cx is not called. */
public interface ForPreviewingSettings {
    /** What would change for the customers whose data are kept now. */
    SettingsPreview preview(RepairsDraft draft);

    /**
     * What would change for the customers whose data are kept now if the settings became again what they were at {@code
     * version}; empty when there was no such version, or when its data came from elsewhere, so that nothing kept would be
     * shown any more.
     */
    Optional<SettingsPreview.Effects> previewRestore(SettingsVersion version);

    /**
     * The notice of a draft as a sentence about a visit at 10am on the Wednesday after next; empty when the draft cannot
     * be saved or customers could not cancel at all.
     */
    Optional<String> example(RepairsDraft draft, Wording wording);
}
