package uk.co.tenantwise.cx.ports.driven;

import java.time.LocalDate;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.repair.Repair;
import uk.co.tenantwise.cx.domain.repair.RepairReference;
import uk.co.tenantwise.cx.domain.settings.CxAccess;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** Reads repairs (in Cx: works orders) live, without their appointments. */
public interface ForReadingRepairs {
    /**
     * The repairs of one contact. Rows that belong to another contact, were created earlier, or are duplicates may be
     * among them: the caller deals with those.
     *
     * @param createdFrom asks Cx for this creation date and later ones only; Cx may ignore it
     * @throws CxFault when they cannot be read; {@link CxFault.NotFound} when the contact is unknown
     */
    Rows<Repair> repairsOf(CxAccess access, ContactReference contact, Optional<LocalDate> createdFrom);

    /**
     * One repair; empty when it is unknown or not visible to the Cx user.
     *
     * @throws CxFault when it cannot be read; never {@link CxFault.NotFound}
     */
    Optional<Repair> repair(CxAccess access, RepairReference reference);
}
