package uk.co.tenantwise.cx.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The cancelling calls, as one user may make them. A request that breaks the contract gets 400, one about something
 * that the user may not see 404, and a business refusal is quiet: {@code Success: false} in the site's style.
 *
 * @param site the data
 * @param user who asks
 */
record Cancelling(Site site, CxUser user) {

    private static final Pattern GUID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String NOT_KNOWN = "00000000-0000-0000-0000-000000000000";

    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter(Locale.ROOT);

    /** The body of a cancel call, checked for form. */
    private record Wish(String uid, String statusCode, String date, String reasonCode, Optional<String> note) {}

    Reply order(Call call) {
        Optional<Wish> wish = Json.object(call.body()).flatMap(Cancelling::wish);
        if (wish.isEmpty()) {
            return Reply.message(
                    400,
                    "WorkOrderUid, RepairStatusCode, CancelDate and CancelReasonCode are required and must be well"
                            + " formed.");
        }
        Reading reading = new Reading(site, user);
        Optional<Company> company = reading.visibleCompany(call.company());
        Optional<WorkOrder> order = reading.visibleOrder(call.company(), call.reference());
        if (company.isEmpty() || order.isEmpty()) {
            return Reply.notFound();
        }
        return decide(company.get(), order.get(), wish.get());
    }

    private Reply decide(Company company, WorkOrder order, Wish wish) {
        String uid = order.uid().orElse(NOT_KNOWN);
        if (!wish.uid().equals(NOT_KNOWN) && !wish.uid().equalsIgnoreCase(uid)) {
            return refused("UID_MISMATCH", "The works order has another identifier.");
        }
        if (order.isCancelled()) {
            return refused("ALREADY_CANCELLED", "The works order is already cancelled.");
        }
        if (order.anyTaskInvoiced()) {
            return refused("TASK_INVOICED", "A task of the works order has been invoiced.");
        }
        if (!Transitions.allowed(order.masterStatus(), "Cancelled")) {
            return refused("STATUS_NOT_ALLOWED", "A works order in this status cannot be cancelled.");
        }
        String description = company.cancelStatuses().get(wish.statusCode());
        if (description == null) {
            return refused("INVALID_STATUS_CODE", "The status is not a cancel status of this company.");
        }
        if (!company.cancelReasons().contains(wish.reasonCode())) {
            return refused("INVALID_REASON_CODE", "The reason is not a cancel reason of this company.");
        }
        site.put(order.status("Cancelled", wish.statusCode(), description));
        site.cancelBookedAppointments(order.company(), order.reference());
        site.record(new Cancellation(
                Endpoint.CANCEL_ORDER,
                order.company(),
                order.reference(),
                Optional.of(wish.date()),
                Optional.of(wish.reasonCode()),
                wish.note()));
        return succeeded(site);
    }

    Reply appointment(Call call) {
        Optional<ObjectNode> body = Json.object(call.body());
        if (!call.body().isBlank() && body.isEmpty()) {
            return Reply.message(400, "The body is not a JSON object.");
        }
        Optional<Appointment> appointment =
                new Reading(site, user).visibleAppointment(call.company(), call.reference());
        if (appointment.isEmpty()) {
            return Reply.notFound();
        }
        if (!appointment.get().isBooked()) {
            return refused("APPOINTMENT_NOT_BOOKED", "Only a booked appointment can be cancelled.");
        }
        site.put(appointment.get().status("Cancelled"));
        site.record(new Cancellation(
                Endpoint.CANCEL_APPOINTMENT,
                call.company(),
                appointment.get().uid(),
                Optional.empty(),
                Optional.empty(),
                body.flatMap(object -> Json.text(object, "CancelNote"))));
        return succeeded(site);
    }

    /** An accepted cancellation as this site tells it. */
    static Reply succeeded(Site site) {
        return Reply.json(200, new Writer(site.style()).object(Writer.Kind.OTHER, Row.EMPTY.with("Success", true)));
    }

    private Reply refused(String code, String message) {
        Row row = Row.EMPTY.with("Success", false).with("ErrorCode", code).with("ErrorMessage", message);
        int status = site.style().refusals() == SiteStyle.Refusals.CONFLICT_409 ? 409 : 200;
        return Reply.json(status, new Writer(site.style()).object(Writer.Kind.OTHER, row));
    }

    private static Optional<Wish> wish(ObjectNode body) {
        Optional<String> uid = Json.text(body, "WorkOrderUid")
                .filter(text -> GUID.matcher(text).matches())
                .map(text -> text.toLowerCase(Locale.ROOT));
        Optional<String> status = Json.text(body, "RepairStatusCode").filter(code -> !code.isBlank());
        Optional<String> reason = Json.text(body, "CancelReasonCode").filter(code -> !code.isBlank());
        Optional<String> date = Json.text(body, "CancelDate").filter(Cancelling::isDateTime);
        boolean noteWrong = Json.field(body, "CancelNote").isPresent()
                && Json.text(body, "CancelNote").isEmpty();
        if (uid.isEmpty() || status.isEmpty() || reason.isEmpty() || date.isEmpty() || noteWrong) {
            return Optional.empty();
        }
        return Optional.of(new Wish(uid.get(), status.get(), date.get(), reason.get(), Json.text(body, "CancelNote")));
    }

    private static boolean isDateTime(String text) {
        try {
            LocalDateTime.parse(text, DATE_TIME);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
