package uk.co.tenantwise.cx.ports.driving;

import java.util.Optional;
import uk.co.tenantwise.cx.domain.repair.ContactReference;

/** Makes a change of the settings reach customers at once, by forgetting what was retrieved (rule R3, "apply now"). */
public interface ForRefreshingNow {
    /** Forgets one customer's data, or everybody's. @return for how many customers repairs were kept */
    int forget(Optional<ContactReference> contact);
}
