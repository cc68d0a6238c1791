package uk.co.tenantwise.cx.ports.driving;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.refresh.Source;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.repair.CustomerDetails;

/**
 * What one customer sees.
 *
 * @param customer whose it is
 * @param details name and address, when they could be retrieved
 * @param retrievedAt when the repairs and appointments were retrieved
 * @param source where they come from
 * @param refreshDueAt from when on they are retrieved again
 * @param staleness present exactly when the source is {@link Source#STALE}
 * @param setAside how many rows of Cx could not be shown for want of a usable reference
 * @param repairs newest first
 * @param appointments visits that belong to no repair shown here
 */
public record CustomerView(
        ContactReference customer,
        Optional<CustomerDetails> details,
        Instant retrievedAt,
        Source source,
        Instant refreshDueAt,
        Optional<Staleness> staleness,
        int setAside,
        List<RepairView> repairs,
        List<AppointmentView> appointments) {
    /** Copies the lists. */
    public CustomerView {
        repairs = List.copyOf(repairs);
        appointments = List.copyOf(appointments);
    }
}
