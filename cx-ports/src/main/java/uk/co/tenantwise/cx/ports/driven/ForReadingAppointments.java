package uk.co.tenantwise.cx.ports.driven;

import uk.co.tenantwise.cx.domain.repair.Appointment;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.settings.CxAccess;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** Reads appointments live. */
public interface ForReadingAppointments {
    /**
     * The appointments of one contact, those of repairs and inspections mixed.
     *
     * @throws CxFault when they cannot be read; {@link CxFault.NotFound} when the contact is unknown
     */
    Rows<Appointment> appointmentsOf(CxAccess access, ContactReference contact);
}
