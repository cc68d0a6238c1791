package uk.co.tenantwise.cx.adapter.http;

import org.junit.jupiter.api.extension.RegisterExtension;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.ports.driven.ForReadingAppointments;
import uk.co.tenantwise.cx.testkit.cx.ReadingAppointmentsContract;

class CxRestAppointmentsContractTest extends ReadingAppointmentsContract {
    @RegisterExtension
    final ServedCx served = new ServedCx(cx);

    @Override
    protected CxConnection connection() {
        return served.connection();
    }

    @Override
    protected ForReadingAppointments port() {
        return served.client().appointments();
    }
}
