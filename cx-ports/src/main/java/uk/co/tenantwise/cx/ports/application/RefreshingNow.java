package uk.co.tenantwise.cx.ports.application;

import java.util.Optional;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.ports.driven.ForStoringSettings;
import uk.co.tenantwise.cx.ports.driving.ForRefreshingNow;

/** Forgets snapshots, so that the next read retrieves with the settings now in force. */
final class RefreshingNow implements ForRefreshingNow {
    private final ForStoringSettings settings;
    private final Snapshots snapshots;

    RefreshingNow(ForStoringSettings settings, Snapshots snapshots) {
        this.settings = settings;
        this.snapshots = snapshots;
    }

    @Override
    public int forget(Optional<ContactReference> contact) {
        return contact.map(one -> snapshots.forget(settings.current(), one) ? 1 : 0)
                .orElseGet(snapshots::forgetAll);
    }
}
