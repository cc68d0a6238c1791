package uk.co.tenantwise.cx.ports.driving;

import java.util.List;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision;
import uk.co.tenantwise.cx.domain.repair.Repair;

/**
 * A repair with what the customer is told about cancelling it.
 *
 * @param repair the repair
 * @param appointments its visits, soonest first, each with its own decision
 * @param cancellation the decision about the repair as a whole, at the time of the answer
 */
public record RepairView(Repair repair, List<AppointmentView> appointments, CancellationDecision cancellation) {
    /** Copies the list. */
    public RepairView {
        appointments = List.copyOf(appointments);
    }
}
