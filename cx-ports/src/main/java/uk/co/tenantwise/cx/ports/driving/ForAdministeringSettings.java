package uk.co.tenantwise.cx.ports.driving;

import java.util.List;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.settings.ConnectionDraft;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.domain.settings.RefreshDraft;
import uk.co.tenantwise.cx.domain.settings.RepairsDraft;
import uk.co.tenantwise.cx.domain.settings.SettingsChange;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** Shows and saves the settings (rules R1 and R2). A save is all or nothing and is recorded. */
public interface ForAdministeringSettings {
    /** The settings now in force. */
    IntegrationSettings current();

    /** Replaces the connection. Saving lets credentials that Cx rejected be tried again. */
    SaveResult saveConnection(ConnectionDraft draft, Save save);

    /**
     * Selects a company from the live list.
     *
     * @param companyId what the administrator chose, if anything
     * @throws CxFault when the list cannot be read
     */
    SaveResult selectCompany(Optional<String> companyId, Save save);

    /** Replaces the repairs settings. A new start date reaches a customer with the next retrieval. */
    SaveResult saveRepairs(RepairsDraft draft, Save save);

    /** Replaces the refresh times; they apply at once to what is already kept. */
    SaveResult saveRefresh(RefreshDraft draft, Save save);

    /**
     * Saves the settings as they were at a version, as a new version. The password stays the one that is stored now,
     * because former ones are not kept; when the former connection was to another host it has to be entered for that host
     * first.
     */
    SaveResult restore(SettingsVersion version, Save save);

    /** At most {@code limit} changes, newest first, from before {@code before} when it is given. */
    List<SettingsChange> history(Optional<SettingsVersion> before, int limit);
}
