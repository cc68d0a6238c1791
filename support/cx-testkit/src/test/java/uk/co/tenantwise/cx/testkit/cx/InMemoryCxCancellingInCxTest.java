package uk.co.tenantwise.cx.testkit.cx;

import uk.co.tenantwise.cx.ports.driven.ForCancellingInCx;

class InMemoryCxCancellingInCxTest extends CancellingInCxContract {
    @Override
    protected ForCancellingInCx port() {
        return cx;
    }
}
