package uk.co.tenantwise.cx.adapter.http;

import java.util.Map;
import uk.co.tenantwise.cx.domain.repair.Appointment;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.settings.CxAccess;
import uk.co.tenantwise.cx.ports.driven.ForReadingAppointments;
import uk.co.tenantwise.cx.ports.driven.Rows;

/** Reads appointments. Thread-safe. */
final class CxRestAppointments implements ForReadingAppointments {
    private static final String WHAT = CxCallKind.APPOINTMENTS.what();

    private final CxCalls calls;
    private final PathTemplates paths;

    CxRestAppointments(CxCalls calls, PathTemplates paths) {
        this.calls = calls;
        this.paths = paths;
    }

    @Override
    public Rows<Appointment> appointmentsOf(CxAccess access, ContactReference contact) {
        String target = PathTemplates.expand(
                paths.appointments(),
                Map.of("CompanyId", access.company().value(), "ContactReference", contact.value()));
        return calls.read(
                access.connection(),
                CxRequest.get(CxCallKind.APPOINTMENTS, target),
                json -> CxJson.rows(json, WHAT, CxRows::appointment));
    }
}
