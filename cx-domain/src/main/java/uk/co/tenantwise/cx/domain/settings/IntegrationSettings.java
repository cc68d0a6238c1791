package uk.co.tenantwise.cx.domain.settings;

import java.util.Optional;
import uk.co.tenantwise.cx.domain.refresh.RefreshPolicy;

/**
 * All settings of one instance at one version (rule R1).
 *
 * @param version which save this is
 * @param source the version in which the source of customers' data last changed: snapshots of another source are never
 *     served (rule R7)
 * @param connection how to reach Cx
 * @param company whose data are shown, once selected
 * @param repairs what customers see and may cancel
 * @param refresh how long data are kept
 */
public record IntegrationSettings(
        SettingsVersion version,
        SettingsVersion source,
        ConnectionSettings connection,
        Optional<Company> company,
        RepairsSettings repairs,
        RefreshPolicy refresh) {
    /** Disabled and empty, with the defaults of rule R1: cancellation enabled with 0 days of notice, 15 minutes. */
    public static final IntegrationSettings DEFAULT = new IntegrationSettings(
            SettingsVersion.INITIAL,
            SettingsVersion.INITIAL,
            ConnectionSettings.DEFAULT,
            Optional.empty(),
            RepairsSettings.DEFAULT,
            RefreshPolicy.DEFAULT);

    /** How far these settings have got. */
    public Readiness readiness() {
        if (!connection.enabled()) {
            return Readiness.DISABLED;
        }
        if (connection.connection().isEmpty()) {
            return Readiness.INCOMPLETE;
        }
        return company.isEmpty() ? Readiness.NO_COMPANY : Readiness.READY;
    }

    /** The way to one company's data, when the settings are {@link Readiness#READY}. */
    public Optional<CxAccess> access() {
        return readiness() != Readiness.READY
                ? Optional.empty()
                : connection.connection().flatMap(link -> company.map(chosen -> new CxAccess(link, chosen.id())));
    }

    /** The next version with another connection. */
    public IntegrationSettings with(ConnectionSettings changed) {
        return next(changed, company, repairs, refresh);
    }

    /** The next version with another company. */
    public IntegrationSettings with(Company selected) {
        return next(connection, Optional.of(selected), repairs, refresh);
    }

    /** The next version with other repairs settings. */
    public IntegrationSettings with(RepairsSettings changed) {
        return next(connection, company, changed, refresh);
    }

    /** The next version with other refresh times. */
    public IntegrationSettings with(RefreshPolicy changed) {
        return next(connection, company, repairs, changed);
    }

    /** The next version with all that {@code former} holds. */
    public IntegrationSettings restoring(IntegrationSettings former) {
        return next(former.connection, former.company, former.repairs, former.refresh);
    }

    /** Whether both hold the same settings, whatever their versions. */
    public boolean sameContentAs(IntegrationSettings other) {
        return connection.equals(other.connection)
                && company.equals(other.company)
                && repairs.equals(other.repairs)
                && refresh.equals(other.refresh);
    }

    private IntegrationSettings next(
            ConnectionSettings link, Optional<Company> chosen, RepairsSettings limits, RefreshPolicy times) {
        boolean sameSource = link.enabled() == connection.enabled()
                && link.apiUrl().equals(connection.apiUrl())
                && link.username().equals(connection.username())
                && chosen.map(Company::id).equals(company.map(Company::id));
        return new IntegrationSettings(
                version.next(), sameSource ? source : version.next(), link, chosen, limits, times);
    }
}
