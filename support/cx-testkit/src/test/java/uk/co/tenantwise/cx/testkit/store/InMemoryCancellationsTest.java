package uk.co.tenantwise.cx.testkit.store;

import uk.co.tenantwise.cx.ports.driven.ForStoringCancellations;

class InMemoryCancellationsTest extends CancellationsContract {
    private final InMemoryCancellations cancellations = new InMemoryCancellations();

    @Override
    protected ForStoringCancellations cancellations() {
        return cancellations;
    }

    @Override
    protected void takeAway() {
        cancellations.goAway();
    }

    @Override
    protected void bringBack() {
        cancellations.comeBack();
    }
}
