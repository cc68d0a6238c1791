package uk.co.tenantwise.cx.adapter.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import uk.co.tenantwise.cx.domain.repair.Appointment;
import uk.co.tenantwise.cx.domain.repair.AppointmentId;
import uk.co.tenantwise.cx.domain.repair.AppointmentKind;
import uk.co.tenantwise.cx.domain.repair.AppointmentStatus;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.repair.CustomerDetails;
import uk.co.tenantwise.cx.domain.repair.Repair;
import uk.co.tenantwise.cx.domain.repair.RepairReference;
import uk.co.tenantwise.cx.domain.repair.RepairStatus;
import uk.co.tenantwise.cx.domain.settings.Company;
import uk.co.tenantwise.cx.domain.settings.CompanyId;

/**
 * Makes values of the domain from the rows of Cx. A row is unusable when it cannot be told what it is, or when it names a
 * contact or a works order in a way that cannot be read: nobody could say then whose it is.
 */
final class CxRows {
    private static final UUID UNKNOWN = new UUID(0, 0);

    private CxRows() {}

    static Repair repair(CxRow row) {
        return new Repair(
                row.reference("WorkOrderReference", RepairReference::new),
                row.text("WorkOrderUid").flatMap(CxRows::uid),
                row.optionalReference("ContactReference", ContactReference::new),
                row.text("Description").orElse(""),
                row.time("CreatedDate").flatMap(CxDates::ukDate),
                RepairStatus.of(
                        row.text("RepairMasterStatusCode").orElse(""),
                        row.text("RepairStatusDescription").orElse("")),
                row.text("Priority"),
                row.text("ContractorName"),
                row.text("AssetAddress"),
                row.children("Tasks").anyMatch(task -> task.isTrue("Invoiced")),
                List.of());
    }

    static Appointment appointment(CxRow row) {
        Optional<RepairReference> repair = row.optionalReference("WorkOrderReference", RepairReference::new);
        return new Appointment(
                row.reference("AppointmentUid", AppointmentId::new),
                kind(row.text("EntityType").orElse(""), repair),
                repair,
                new AppointmentStatus(row.text("Status").orElse("")),
                row.time("StartDateTime").flatMap(CxDates::instant),
                row.time("EndDateTime").flatMap(CxDates::instant),
                row.text("SlotDescription"),
                row.text("ContractorName"));
    }

    static Company company(CxRow row) {
        CompanyId id = row.reference("CompanyId", CompanyId::new);
        String code = row.text("CompanyCode").orElse("");
        return new Company(id, code, row.text("Name").orElse(code.isEmpty() ? id.value() : code));
    }

    static CustomerDetails customer(CxRow row) {
        return new CustomerDetails(
                row.reference("ContactReference", ContactReference::new),
                row.text("FullName"),
                row.text("AssetAddress"));
    }

    private static AppointmentKind kind(String entityType, Optional<RepairReference> repair) {
        return switch (entityType.toLowerCase(Locale.ROOT)) {
            case "order" -> AppointmentKind.ORDER;
            case "inspection" -> AppointmentKind.INSPECTION;
            default -> repair.isPresent() ? AppointmentKind.ORDER : AppointmentKind.INSPECTION;
        };
    }

    private static Optional<UUID> uid(String text) {
        try {
            UUID uid = UUID.fromString(text);
            return uid.equals(UNKNOWN) ? Optional.empty() : Optional.of(uid);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
