package uk.co.tenantwise.cx.adapter.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import uk.co.tenantwise.cx.domain.repair.Appointment;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.repair.CustomerDetails;
import uk.co.tenantwise.cx.domain.repair.Repair;
import uk.co.tenantwise.cx.domain.repair.RepairReference;
import uk.co.tenantwise.cx.domain.settings.Company;
import uk.co.tenantwise.cx.domain.time.UkTime;
import uk.co.tenantwise.cx.ports.driven.CxReply;
import uk.co.tenantwise.cx.ports.driven.Rows;

/** Writes values of the domain as the Cx contract says. */
final class CxAsJson {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private CxAsJson() {}

    static ObjectNode repair(Repair repair) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("WorkOrderReference", repair.reference().value());
        node.put("WorkOrderUid", repair.uid().orElse(new UUID(0, 0)).toString());
        node.put(
                "ContactReference",
                repair.contact().map(ContactReference::value).orElse(null));
        node.put("Description", repair.description());
        node.put(
                "CreatedDate",
                repair.createdOn().map(date -> date + "T09:15:00").orElse(null));
        node.put("RepairMasterStatusCode", repair.status().code());
        node.put("RepairStatusCode", "X1");
        node.put("RepairStatusDescription", repair.status().description());
        node.put("Priority", repair.priority().orElse(null));
        node.put("ContractorName", repair.contractor().orElse(null));
        node.put("AssetAddress", repair.address().orElse(null));
        ArrayNode tasks = node.putArray("Tasks");
        tasks.addObject().put("SorCode", "S1").put("Invoiced", false);
        tasks.addObject().put("SorCode", "S2").put("Invoiced", repair.invoiced());
        return node;
    }

    static ObjectNode appointment(Appointment visit) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("AppointmentUid", visit.id().value());
        node.put(
                "EntityType",
                switch (visit.kind()) {
                    case ORDER -> "Order";
                    case INSPECTION -> "Inspection";
                });
        node.put(
                "WorkOrderReference", visit.repair().map(RepairReference::value).orElse(null));
        node.put("Status", visit.status().text());
        node.put("StartDateTime", visit.start().map(CxAsJson::ukLocal).orElse(null));
        node.put("EndDateTime", visit.end().map(CxAsJson::ukLocal).orElse(null));
        node.put("SlotDescription", visit.slot().orElse(null));
        node.put("ContractorName", visit.contractor().orElse(null));
        return node;
    }

    static ObjectNode company(Company company) {
        return MAPPER.createObjectNode()
                .put("CompanyId", company.id().value())
                .put("CompanyCode", company.code())
                .put("Name", company.name());
    }

    static ObjectNode customer(CustomerDetails details) {
        return MAPPER.createObjectNode()
                .put("ContactReference", details.contact().value())
                .put("FullName", details.name().orElse(null))
                .put("AssetAddress", details.address().orElse(null));
    }

    static ObjectNode reply(CxReply reply) {
        return switch (reply) {
            case CxReply.Accepted() -> MAPPER.createObjectNode().put("Success", true);
            case CxReply.Declined(String code, String message) ->
                MAPPER.createObjectNode()
                        .put("Success", false)
                        .put("ErrorCode", code)
                        .put("ErrorMessage", message);
        };
    }

    static <T> ArrayNode rows(Rows<T> rows, Function<T, ObjectNode> write) {
        ArrayNode array = list(rows.rows(), write);
        for (int i = 0; i < rows.setAside(); i++) {
            array.addObject().put("Description", "a row without a reference");
        }
        return array;
    }

    static <T> ArrayNode list(List<T> values, Function<T, ObjectNode> write) {
        ArrayNode array = MAPPER.createArrayNode();
        values.forEach(value -> array.add(write.apply(value)));
        return array;
    }

    private static String ukLocal(Instant instant) {
        return UkTime.at(instant).toLocalDateTime().toString();
    }
}
