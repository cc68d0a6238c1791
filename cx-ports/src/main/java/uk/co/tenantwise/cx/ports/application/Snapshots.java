package uk.co.tenantwise.cx.ports.application;

import java.util.Optional;
import uk.co.tenantwise.cx.domain.refresh.DetailsSnapshot;
import uk.co.tenantwise.cx.domain.refresh.RepairsSnapshot;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.settings.CxAccess;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.ports.driven.ForKeepingSnapshots;
import uk.co.tenantwise.cx.ports.driven.SnapshotKey;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** The snapshots of customers, always addressed by the source of the settings (rule R7). */
final class Snapshots {
    private final ForKeepingSnapshots<RepairsSnapshot> repairs;
    private final ForKeepingSnapshots<DetailsSnapshot> details;
    private final Retrieving retrieving;

    Snapshots(StorePorts stores, Retrieving retrieving) {
        this.repairs = stores.repairs();
        this.details = stores.details();
        this.retrieving = retrieving;
    }

    Optional<RepairsSnapshot> repairs(IntegrationSettings settings, ContactReference contact) {
        return repairs.find(key(settings, contact))
                .filter(snapshot -> snapshot.contact().equals(contact));
    }

    Optional<DetailsSnapshot> details(IntegrationSettings settings, ContactReference contact) {
        return details.find(key(settings, contact))
                .filter(snapshot -> snapshot.details().contact().equals(contact));
    }

    RepairsSnapshot retrieveRepairs(IntegrationSettings settings, CxAccess access, ContactReference contact) {
        return repairs.retrieve(key(settings, contact), () -> live(settings, access, contact));
    }

    DetailsSnapshot retrieveDetails(IntegrationSettings settings, CxAccess access, ContactReference contact) {
        return details.retrieve(key(settings, contact), () -> retrieving.details(access, contact));
    }

    /**
     * After something was changed in Cx: retrieves again. When that fails nothing is kept, because what was kept is known
     * to be wrong.
     */
    Optional<RepairsSnapshot> retrieveAfterChange(
            IntegrationSettings settings, CxAccess access, ContactReference contact) {
        SnapshotKey key = key(settings, contact);
        try {
            return Optional.of(repairs.retrieveAnew(key, () -> live(settings, access, contact)));
        } catch (CxFault fault) {
            repairs.drop(key);
            return Optional.empty();
        }
    }

    boolean forget(IntegrationSettings settings, ContactReference contact) {
        details.drop(key(settings, contact));
        return repairs.drop(key(settings, contact));
    }

    int forgetAll() {
        details.dropAll();
        return repairs.dropAll();
    }

    private RepairsSnapshot live(IntegrationSettings settings, CxAccess access, ContactReference contact) {
        return retrieving.repairs(access, contact, settings.repairs().visibility());
    }

    private static SnapshotKey key(IntegrationSettings settings, ContactReference contact) {
        return new SnapshotKey(settings.source(), contact);
    }
}
