package uk.co.tenantwise.cx.testkit.cx;

import uk.co.tenantwise.cx.ports.driven.ForProbingConnection;

class InMemoryCxProbingConnectionTest extends ProbingConnectionContract {
    @Override
    protected ForProbingConnection probing() {
        return cx;
    }
}
