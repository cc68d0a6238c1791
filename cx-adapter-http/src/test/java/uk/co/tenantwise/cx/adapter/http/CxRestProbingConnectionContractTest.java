package uk.co.tenantwise.cx.adapter.http;

import org.junit.jupiter.api.extension.RegisterExtension;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.ports.driven.ForProbingConnection;
import uk.co.tenantwise.cx.testkit.cx.ProbingConnectionContract;

class CxRestProbingConnectionContractTest extends ProbingConnectionContract {
    @RegisterExtension
    final ServedCx served = new ServedCx(cx);

    @Override
    protected CxConnection connection() {
        return served.connection();
    }

    @Override
    protected ForProbingConnection probing() {
        return served.client().probing();
    }
}
