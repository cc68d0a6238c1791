package uk.co.tenantwise.cx.testkit.cx;

import uk.co.tenantwise.cx.ports.driven.ForReadingAppointments;

class InMemoryCxReadingAppointmentsTest extends ReadingAppointmentsContract {
    @Override
    protected ForReadingAppointments port() {
        return cx;
    }
}
