package uk.co.tenantwise.cx.testkit.store;

import uk.co.tenantwise.cx.ports.driven.ForKeepingSnapshots;

class InMemorySnapshotsTest extends SnapshotsContract {
    private final InMemorySnapshots<String> snapshots = new InMemorySnapshots<>();

    @Override
    protected ForKeepingSnapshots<String> snapshots() {
        return snapshots;
    }
}
