package uk.co.tenantwise.cx.ports.driving;

import java.util.List;
import uk.co.tenantwise.cx.domain.settings.FieldProblem;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;

/** The answer to an administrator who saves settings. */
public sealed interface SaveResult {
    /**
     * Saved, or nothing was different.
     *
     * @param settings the settings now in force
     */
    record Saved(IntegrationSettings settings) implements SaveResult {}

    /**
     * Nothing was saved.
     *
     * @param problems what is wrong, one for each field
     */
    record Invalid(List<FieldProblem> problems) implements SaveResult {}

    /**
     * Nothing was saved: somebody else has saved since the administrator looked.
     *
     * @param settings the settings now in force
     */
    record Outdated(IntegrationSettings settings) implements SaveResult {}
}
