package uk.co.tenantwise.cx.adapter.http;

import org.junit.jupiter.api.extension.RegisterExtension;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.ports.driven.ForReadingRepairs;
import uk.co.tenantwise.cx.testkit.cx.ReadingRepairsContract;

class CxRestRepairsContractTest extends ReadingRepairsContract {
    @RegisterExtension
    final ServedCx served = new ServedCx(cx);

    @Override
    protected CxConnection connection() {
        return served.connection();
    }

    @Override
    protected ForReadingRepairs port() {
        return served.client().repairs();
    }
}
