package uk.co.tenantwise.cx.ports.driving;

import java.util.Optional;
import uk.co.tenantwise.cx.domain.settings.RepairsDraft;
import uk.co.tenantwise.cx.domain.wording.Wording;

/** Shows administrators what repairs settings mean before they are saved. Nothing is changed and Cx is not called. */
public interface ForPreviewingSettings {
    /** What would change for the customers whose data are kept now. */
    SettingsPreview preview(RepairsDraft draft);

    /**
     * The notice of a draft as a sentence about a visit at 10am on the Wednesday after next; empty when the draft cannot
     * be saved or customers could not cancel at all.
     */
    Optional<String> example(RepairsDraft draft, Wording wording);
}
