package uk.co.tenantwise.cx.ports.driven;

import uk.co.tenantwise.cx.domain.repair.AppointmentId;
import uk.co.tenantwise.cx.domain.settings.CxAccess;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/**
 * Cancels in Cx. An implementation sends the request at most once, except after a log-in had expired and Cx said so,
 * which proves that nothing was done.
 */
public interface ForCancellingInCx {
    /**
     * Cancels a repair with all its booked appointments.
     *
     * @throws CxFault when there was no clear answer; Cx may then have acted or not
     */
    CxReply cancelRepair(CxAccess access, RepairCancellation cancellation);

    /**
     * Cancels one appointment; its repair stays open.
     *
     * @throws CxFault when there was no clear answer; Cx may then have acted or not
     */
    CxReply cancelAppointment(CxAccess access, AppointmentId appointment, String note);
}
