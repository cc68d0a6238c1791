package uk.co.tenantwise.cx.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/**
 * Everything that the site holds, for a person to look at; users without their passwords.
 *
 * @param simulator whose state
 */
record StateJson(CxSimulator simulator) {

    private static final Writer WRITER = new Writer(SiteStyle.USUAL);

    JsonNode all() {
        Site site = simulator.site();
        return site.atomically(() -> {
            ObjectNode json = Json.MAPPER.createObjectNode();
            json.set("companies", list(site.companies(), company -> row(company.id(), company.unit(), company.row())));
            json.set("contacts", list(site.contacts(), it -> row(it.company(), it.unit(), it.row())));
            json.set(
                    "workOrders",
                    list(
                            site.workOrders(),
                            it -> row(it.company(), it.unit(), it.row())
                                    .put("listedFor", it.contact())
                                    .put("key", it.reference())));
            json.set(
                    "appointments",
                    list(
                            site.appointments(),
                            it -> row(it.company(), it.unit(), it.row()).put("listedFor", it.contact())));
            json.set("cancellations", list(site.cancellations(), StateJson::cancellation));
            return json;
        });
    }

    private static ObjectNode cancellation(Cancellation cancellation) {
        ObjectNode json = Json.MAPPER
                .createObjectNode()
                .put("call", cancellation.endpoint().name())
                .put("company", cancellation.company())
                .put("reference", cancellation.reference());
        cancellation.cancelDate().ifPresent(date -> json.put("cancelDate", date));
        cancellation.reasonCode().ifPresent(reason -> json.put("reasonCode", reason));
        cancellation.note().ifPresent(note -> json.put("note", note));
        return json;
    }

    private static <T> ArrayNode list(List<T> items, Function<T, ObjectNode> made) {
        ArrayNode array = Json.MAPPER.createArrayNode();
        items.forEach(item -> array.add(made.apply(item)));
        return array;
    }

    private static ObjectNode row(String company, String unit, Row row) {
        ObjectNode json = Json.MAPPER.createObjectNode().put("company", company).put("unit", unit);
        json.set("row", WRITER.object(Writer.Kind.OTHER, row));
        return json;
    }
}
