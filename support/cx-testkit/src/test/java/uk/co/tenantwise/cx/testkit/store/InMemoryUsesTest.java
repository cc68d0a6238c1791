package uk.co.tenantwise.cx.testkit.store;

import uk.co.tenantwise.cx.ports.driven.ForUsingUp;

class InMemoryUsesTest extends UsesContract {
    private final InMemoryUses uses = new InMemoryUses();

    @Override
    protected ForUsingUp uses() {
        return uses;
    }

    @Override
    protected void takeAway() {
        uses.goAway();
    }

    @Override
    protected void bringBack() {
        uses.comeBack();
    }
}
