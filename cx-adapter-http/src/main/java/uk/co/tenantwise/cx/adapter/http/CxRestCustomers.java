package uk.co.tenantwise.cx.adapter.http;

import java.util.Map;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.repair.CustomerDetails;
import uk.co.tenantwise.cx.domain.settings.CxAccess;
import uk.co.tenantwise.cx.ports.driven.ForReadingCustomers;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** Reads contacts. Thread-safe. */
final class CxRestCustomers implements ForReadingCustomers {
    private static final String WHAT = CxCallKind.CONTACT.what();

    private final CxCalls calls;
    private final PathTemplates paths;

    CxRestCustomers(CxCalls calls, PathTemplates paths) {
        this.calls = calls;
        this.paths = paths;
    }

    @Override
    public CustomerDetails customer(CxAccess access, ContactReference contact) {
        String target = PathTemplates.expand(
                paths.contact(), Map.of("CompanyId", access.company().value(), "ContactReference", contact.value()));
        return calls.read(access.connection(), CxRequest.get(CxCallKind.CONTACT, target), json -> read(json, contact));
    }

    private static CustomerDetails read(byte[] json, ContactReference asked) {
        CustomerDetails details = CxJson.one(json, WHAT, CxRows::customer);
        if (!details.contact().equals(asked)) {
            throw new CxFault.ContractBroken("Cx answered with another contact than the one asked for");
        }
        return details;
    }
}
