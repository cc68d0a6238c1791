package uk.co.tenantwise.cx.testkit.store;

import uk.co.tenantwise.cx.ports.driven.ForSharingLogIns;

class InMemoryLogInsTest extends LogInsContract {
    private final InMemoryLogIns logIns = new InMemoryLogIns();

    @Override
    protected ForSharingLogIns logIns() {
        return logIns;
    }
}
