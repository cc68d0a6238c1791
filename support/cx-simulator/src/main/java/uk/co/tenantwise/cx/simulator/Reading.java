package uk.co.tenantwise.cx.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reading calls, as one user sees them. What the user may not see looks exactly as if it did not exist.
 *
 * @param site the data
 * @param user who asks
 */
record Reading(Site site, CxUser user) {

    private static final String CREATED_FROM = "CreatedFrom";

    Reply companies() {
        List<JsonNode> rows = site.companies().stream()
                .filter(company -> user.sees(company.unit()))
                .map(company -> (JsonNode) writer().object(Writer.Kind.COMPANY, company.row()))
                .toList();
        return unsorted(rows);
    }

    Reply contact(String company, String reference) {
        return visibleContact(company, reference)
                .map(contact -> Reply.json(200, writer().object(Writer.Kind.CONTACT, contact.row())))
                .orElseGet(Reply::notFound);
    }

    Reply workOrder(String company, String reference) {
        return visibleOrder(company, reference)
                .map(order -> Reply.json(200, writer().object(Writer.Kind.WORK_ORDER, order.row())))
                .orElseGet(Reply::notFound);
    }

    Reply workOrders(String company, String contact, Map<String, String> query) {
        Optional<LocalDate> from;
        try {
            from = createdFrom(query);
        } catch (DateTimeParseException e) {
            return Reply.message(400, "CreatedFrom is not a date.");
        }
        if (visibleContact(company, contact).isEmpty()) {
            return Reply.notFound();
        }
        List<JsonNode> rows = new ArrayList<>();
        site.workOrdersOfContact(company, contact).stream()
                .filter(order -> user.sees(order.unit()))
                .filter(order -> createdSince(order, from))
                .forEach(order -> rows.addAll(
                        Collections.nCopies(order.copies(), writer().object(Writer.Kind.WORK_ORDER, order.row()))));
        return withLooseRows(rows, Endpoint.WORK_ORDERS, company, contact);
    }

    Reply appointments(String company, String contact) {
        if (visibleContact(company, contact).isEmpty()) {
            return Reply.notFound();
        }
        List<JsonNode> rows = new ArrayList<>();
        site.appointmentsOfContact(company, contact).stream()
                .filter(this::sees)
                .forEach(appointment -> rows.addAll(Collections.nCopies(
                        appointment.copies(), writer().object(Writer.Kind.APPOINTMENT, appointment.row()))));
        return withLooseRows(rows, Endpoint.APPOINTMENTS, company, contact);
    }

    Optional<Company> visibleCompany(String id) {
        return site.company(id).filter(company -> user.sees(company.unit()));
    }

    Optional<WorkOrder> visibleOrder(String company, String reference) {
        return visibleCompany(company)
                .flatMap(known -> site.workOrder(known.id(), reference))
                .filter(order -> user.sees(order.unit()));
    }

    Optional<Appointment> visibleAppointment(String company, String uid) {
        return visibleCompany(company)
                .flatMap(known -> site.appointment(known.id(), uid))
                .filter(this::sees);
    }

    private Optional<Contact> visibleContact(String company, String reference) {
        return visibleCompany(company)
                .flatMap(known -> site.contact(known.id(), reference))
                .filter(contact -> user.sees(contact.unit()));
    }

    /** An appointment is as hidden as its order; one whose order Cx does not hold stands for itself. */
    private boolean sees(Appointment appointment) {
        boolean orderSeen = appointment
                .workOrder()
                .flatMap(reference -> site.workOrder(appointment.company(), reference))
                .map(order -> user.sees(order.unit()))
                .orElse(true);
        return orderSeen && user.sees(appointment.unit());
    }

    private Optional<LocalDate> createdFrom(Map<String, String> query) {
        if (site.style().ignoresCreatedFrom()) {
            return Optional.empty();
        }
        return query.entrySet().stream()
                .filter(parameter -> parameter.getKey().equalsIgnoreCase(CREATED_FROM))
                .map(Map.Entry::getValue)
                .filter(date -> !date.isEmpty())
                .findFirst()
                .map(LocalDate::parse);
    }

    /** An order whose creation date cannot be compared is answered: the caller has to judge it. */
    private static boolean createdSince(WorkOrder order, Optional<LocalDate> from) {
        @Nullable Object created = order.row().values().get("CreatedDate");
        return from.isEmpty()
                || !(created instanceof LocalDateTime at)
                || !at.toLocalDate().isBefore(from.get());
    }

    private Reply withLooseRows(List<JsonNode> rows, Endpoint list, String company, String contact) {
        site.looseRows(list, company, contact).forEach(element -> rows.add(writer().value(element)));
        return unsorted(rows);
    }

    /** No order is promised, so none is kept that a caller could lean on; it is the same at every call. */
    private static Reply unsorted(List<JsonNode> rows) {
        ArrayNode array = Json.MAPPER.createArrayNode();
        rows.stream()
                .sorted(Comparator.comparingInt(
                        row -> Integer.reverse(row.toString().hashCode())))
                .forEach(array::add);
        return Reply.json(200, array);
    }

    private Writer writer() {
        return new Writer(site.style());
    }
}
