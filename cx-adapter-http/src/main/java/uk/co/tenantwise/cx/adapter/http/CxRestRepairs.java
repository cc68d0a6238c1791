package uk.co.tenantwise.cx.adapter.http;

import static uk.co.tenantwise.cx.adapter.http.PathTemplates.expand;
import static uk.co.tenantwise.cx.adapter.http.PathTemplates.withQuery;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.repair.Repair;
import uk.co.tenantwise.cx.domain.repair.RepairReference;
import uk.co.tenantwise.cx.domain.settings.CxAccess;
import uk.co.tenantwise.cx.ports.driven.ForReadingRepairs;
import uk.co.tenantwise.cx.ports.driven.Rows;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** Reads works orders. Thread-safe. */
final class CxRestRepairs implements ForReadingRepairs {
    private static final String LIST = CxCallKind.WORK_ORDERS.what();
    private static final String ONE = CxCallKind.WORK_ORDER.what();

    private final CxCalls calls;
    private final PathTemplates paths;

    CxRestRepairs(CxCalls calls, PathTemplates paths) {
        this.calls = calls;
        this.paths = paths;
    }

    @Override
    public Rows<Repair> repairsOf(CxAccess access, ContactReference contact, Optional<LocalDate> createdFrom) {
        String path = expand(
                paths.workOrders(), Map.of("CompanyId", access.company().value(), "ContactReference", contact.value()));
        String target = createdFrom
                .map(date -> withQuery(path, "CreatedFrom", date.toString()))
                .orElse(path);
        return calls.read(
                access.connection(),
                CxRequest.get(CxCallKind.WORK_ORDERS, target),
                json -> CxJson.rows(json, LIST, CxRows::repair));
    }

    @Override
    public Optional<Repair> repair(CxAccess access, RepairReference reference) {
        String target = expand(
                paths.workOrder(),
                Map.of("CompanyId", access.company().value(), "WorkOrderReference", reference.value()));
        try {
            return Optional.of(calls.read(
                    access.connection(), CxRequest.get(CxCallKind.WORK_ORDER, target), json -> read(json, reference)));
        } catch (CxFault.NotFound unknown) {
            return Optional.empty();
        }
    }

    private static Repair read(byte[] json, RepairReference asked) {
        Repair repair = CxJson.one(json, ONE, CxRows::repair);
        if (!repair.reference().equals(asked)) {
            throw new CxFault.ContractBroken("Cx answered with another works order than the one asked for");
        }
        return repair;
    }
}
