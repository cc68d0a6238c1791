package uk.co.tenantwise.cx.ports.driven;

import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.repair.CustomerDetails;
import uk.co.tenantwise.cx.domain.settings.CxAccess;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** Reads customer details live. */
public interface ForReadingCustomers {
    /**
     * The details of one contact.
     *
     * @throws CxFault when they cannot be read; {@link CxFault.NotFound} when the contact is unknown
     */
    CustomerDetails customer(CxAccess access, ContactReference contact);
}
