package uk.co.tenantwise.cx.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as JSON in the style of one site.
 *
 * @param style the style
 */
record Writer(SiteStyle style) {

    static final ZoneId UK = ZoneId.of("Europe/London");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    /** What an object stands for. */
    enum Kind {
        /** A company. */
        COMPANY,
        /** A contact. */
        CONTACT,
        /** A works order. */
        WORK_ORDER,
        /** An appointment. */
        APPOINTMENT,
        /** Anything else. */
        OTHER
    }

    /** The optional fields of the contract, which carry null where a site writes nulls. */
    private static final Map<Kind, List<String>> OPTIONAL = Map.of(
            Kind.COMPANY,
            List.of("CompanyCode"),
            Kind.CONTACT,
            List.of("FullName", "AssetReference", "AssetAddress"),
            Kind.WORK_ORDER,
            List.of(
                    "WorkOrderUid",
                    "RepairRequestReference",
                    "Description",
                    "RepairStatusCode",
                    "RepairStatusDescription",
                    "Priority",
                    "RepairType",
                    "TargetStartDate",
                    "TargetCompletionDate",
                    "ContractorName",
                    "AssetAddress",
                    "Tasks"),
            Kind.APPOINTMENT,
            List.of(
                    "EntityType",
                    "WorkOrderReference",
                    "RepairRequestReference",
                    "EndDateTime",
                    "SlotDescription",
                    "ContractorName"),
            Kind.OTHER,
            List.of());

    ObjectNode object(Kind kind, Row row) {
        ObjectNode object = Json.MAPPER.createObjectNode();
        row.values().forEach((key, value) -> object.set(cased(key), value(value)));
        if (style.writesNulls()) {
            OPTIONAL.getOrDefault(kind, List.of()).stream()
                    .filter(key -> !row.values().containsKey(key))
                    .forEach(key -> object.putNull(cased(key)));
        }
        if (style.extraKeys()) {
            object.put(cased("LastModifiedBy"), "CXSYSTEM");
            object.put("x-site field", 17);
            object.set(cased("UserDefinedFields"), Json.MAPPER.valueToTree(List.of(Map.of("Key", "UDF1"))));
        }
        return object;
    }

    JsonNode value(@Nullable Object value) {
        return switch (value) {
            case null -> Json.MAPPER.nullNode();
            case LocalDateTime local -> Json.MAPPER.getNodeFactory().textNode(written(local));
            case Instant instant -> Json.MAPPER.getNodeFactory().textNode(written(instant));
            case Row row -> object(Kind.OTHER, row);
            case List<?> list -> {
                ArrayNode array = Json.MAPPER.createArrayNode();
                list.forEach(element -> array.add(value(element)));
                yield array;
            }
            default -> Json.MAPPER.valueToTree(value);
        };
    }

    private String written(LocalDateTime local) {
        return switch (style.dates()) {
            case LOCAL -> SECONDS.format(local);
            case OFFSET -> local.atZone(UK).toOffsetDateTime().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
            case UTC -> SECONDS.format(local.atZone(UK).withZoneSameInstant(ZoneOffset.UTC)) + "Z";
        };
    }

    private String written(Instant instant) {
        return switch (style.dates()) {
            case LOCAL -> SECONDS.format(instant.atZone(UK));
            case OFFSET -> instant.atZone(UK).toOffsetDateTime().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
            case UTC -> SECONDS.format(instant.atZone(ZoneOffset.UTC)) + "Z";
        };
    }

    private String cased(String key) {
        return switch (style.casing()) {
            case PASCAL -> key;
            case CAMEL -> key.substring(0, 1).toLowerCase(Locale.ROOT) + key.substring(1);
            case LOWER -> key.toLowerCase(Locale.ROOT);
            case UPPER -> key.toUpperCase(Locale.ROOT);
        };
    }
}
