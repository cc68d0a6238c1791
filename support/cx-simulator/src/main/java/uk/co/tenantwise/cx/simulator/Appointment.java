package uk.co.tenantwise.cx.simulator;

import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One appointment of the simulated Cx: a visit for a works order, or an inspection. Immutable; put it into the
 * {@link Site} to make it known.
 *
 * @param company the company that qualifies every reference
 * @param contact the contact in whose list it stands
 * @param uid the GUID by which the site finds it
 * @param unit the functional unit it belongs to, empty when every user may see it
 * @param copies how often it stands in the list, at least 1
 * @param row what is written
 */
public record Appointment(String company, String contact, String uid, String unit, int copies, Row row) {

    private static final String ORDER = "WorkOrderReference";
    private static final String START = "StartDateTime";
    private static final String END = "EndDateTime";
    private static final String STATUS = "Status";
    private static final int USUAL_HOURS = 2;

    public Appointment {
        if (copies < 1) {
            throw new IllegalArgumentException("copies must be at least 1, was " + copies);
        }
    }

    /** A booked visit of two hours for an order; its GUID is made from the order and the start (UK local time). */
    public static Appointment forOrder(WorkOrder order, LocalDateTime start) {
        return booked("Order", order.company(), order.contact(), order.reference(), start)
                .inUnit(order.unit());
    }

    /** A booked inspection of two hours for an order that exists already. */
    public static Appointment inspectionFor(WorkOrder order, LocalDateTime start) {
        return booked("Inspection", order.company(), order.contact(), order.reference(), start)
                .inUnit(order.unit());
    }

    /** A booked inspection of two hours that has no order yet. */
    public static Appointment inspection(String company, String contact, LocalDateTime start) {
        return booked("Inspection", company, contact, null, start);
    }

    private static Appointment booked(
            String kind, String company, String contact, @Nullable String order, LocalDateTime start) {
        String uid = WorkOrder.guid(kind, company, contact + "\n" + order + "\n" + start);
        Row row = Row.EMPTY
                .with("AppointmentUid", uid)
                .with("EntityType", kind)
                .with(ORDER, order)
                .with("RepairRequestReference", null)
                .with(STATUS, "Booked")
                .with(START, start)
                .with(END, start.plusHours(USUAL_HOURS))
                .with("SlotDescription", null)
                .with("ContractorName", "Example Repairs Ltd");
        return new Appointment(company, contact, uid, "", 1, row);
    }

    /** This appointment in another status. */
    public Appointment status(String status) {
        return with(STATUS, status);
    }

    /** This appointment at another time (UK local), two hours long; the GUID stays. */
    public Appointment at(LocalDateTime start) {
        return with(START, start).with(END, start.plusHours(USUAL_HOURS));
    }

    /** This appointment with another end (UK local), or without one. */
    public Appointment until(@Nullable LocalDateTime end) {
        return with(END, end);
    }

    /** This appointment with the free text of a slot. */
    public Appointment slot(String description) {
        return with("SlotDescription", description);
    }

    /** This appointment with a given GUID. */
    public Appointment withUid(String guid) {
        return new Appointment(company, contact, guid, unit, copies, row.with("AppointmentUid", guid));
    }

    /** This appointment with any field set to any value, right or wrong; null is written as null. */
    public Appointment with(String key, @Nullable Object value) {
        return new Appointment(company, contact, uid, unit, copies, row.with(key, value));
    }

    /** This appointment without a field. */
    public Appointment without(String key) {
        return new Appointment(company, contact, uid, unit, copies, row.without(key));
    }

    /** This appointment visible to the users of one functional unit only. */
    public Appointment inUnit(String functionalUnit) {
        return new Appointment(company, contact, uid, functionalUnit, copies, row);
    }

    /** This appointment standing so many times in the list. */
    public Appointment copies(int times) {
        return new Appointment(company, contact, uid, unit, times, row);
    }

    /** The status as written, or empty text when there is none. */
    public String status() {
        return row.text(STATUS).orElse("");
    }

    /** Whether it is booked, the one status from which Cx cancels. */
    public boolean isBooked() {
        return Transitions.same(status(), "Booked");
    }

    /** The order it is linked to, empty for an inspection that has none. */
    public Optional<String> workOrder() {
        return row.text(ORDER);
    }
}
