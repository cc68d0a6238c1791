package uk.co.tenantwise.cx.simulator;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One works order (a tenant's repair) of the simulated Cx. Immutable; put it into the {@link Site} to make it known.
 *
 * @param company the company that qualifies every reference
 * @param contact the contact in whose list it stands, which may differ from the {@code ContactReference} written
 * @param reference the opaque reference by which the site finds it
 * @param unit the functional unit it belongs to, empty when every user may see it
 * @param copies how often it stands in the list, at least 1
 * @param row what is written
 */
public record WorkOrder(String company, String contact, String reference, String unit, int copies, Row row) {

    private static final String TASKS = "Tasks";
    private static final String STATUS = "RepairMasterStatusCode";

    public WorkOrder {
        if (copies < 1) {
            throw new IllegalArgumentException("copies must be at least 1, was " + copies);
        }
    }

    /**
     * An issued order with every required field and a GUID made from company and reference.
     *
     * @param created UK local time
     */
    public static WorkOrder of(String company, String contact, String reference, LocalDateTime created) {
        Row row = Row.EMPTY
                .with("WorkOrderReference", reference)
                .with("WorkOrderUid", guid("order", company, reference))
                .with("ContactReference", contact)
                .with("Description", "Kitchen tap drips and cannot be turned off fully")
                .with("CreatedDate", created)
                .with(STATUS, "Issued")
                .with("RepairStatusCode", "ISS")
                .with("RepairStatusDescription", "Passed to the contractor");
        return new WorkOrder(company, contact, reference, "", 1, row);
    }

    /** This order in another master status; the site's own code and description are left as they are. */
    public WorkOrder status(String masterStatus) {
        return with(STATUS, masterStatus);
    }

    /** This order in another master status with the site's own code and the words that a tenant is shown. */
    public WorkOrder status(String masterStatus, String siteCode, String description) {
        return status(masterStatus).with("RepairStatusCode", siteCode).with("RepairStatusDescription", description);
    }

    /** This order with another description. */
    public WorkOrder describedAs(String description) {
        return with("Description", description);
    }

    /** This order created at another UK local time. */
    public WorkOrder created(LocalDateTime created) {
        return with("CreatedDate", created);
    }

    /** This order with one task more. */
    public WorkOrder task(Task task) {
        List<Object> tasks = new ArrayList<>();
        row.value(TASKS).ifPresent(present -> tasks.addAll((List<?>) present));
        tasks.add(task.row());
        return with(TASKS, List.copyOf(tasks));
    }

    /** This order with any field set to any value, right or wrong; null is written as null. */
    public WorkOrder with(String key, @Nullable Object value) {
        return new WorkOrder(company, contact, reference, unit, copies, row.with(key, value));
    }

    /** This order without a field. */
    public WorkOrder without(String key) {
        return new WorkOrder(company, contact, reference, unit, copies, row.without(key));
    }

    /** This order visible to the users of one functional unit only. */
    public WorkOrder inUnit(String functionalUnit) {
        return new WorkOrder(company, contact, reference, functionalUnit, copies, row);
    }

    /** This order standing so many times in the list. */
    public WorkOrder copies(int times) {
        return new WorkOrder(company, contact, reference, unit, times, row);
    }

    /** The master status as written, or empty text when there is none. */
    public String masterStatus() {
        return row.text(STATUS).orElse("");
    }

    /** Whether the order is cancelled. */
    public boolean isCancelled() {
        return Transitions.same(masterStatus(), "Cancelled");
    }

    /** The GUID, empty when the row has none. */
    public Optional<String> uid() {
        return row.text("WorkOrderUid");
    }

    /** Whether a contractor has invoiced any task. */
    public boolean anyTaskInvoiced() {
        return row.value(TASKS).filter(List.class::isInstance).stream()
                .flatMap(tasks -> ((List<?>) tasks).stream())
                .anyMatch(task -> task instanceof Row line
                        && Boolean.TRUE.equals(line.values().get("Invoiced")));
    }

    static String guid(String kind, String company, String reference) {
        byte[] name = String.join("\n", kind, company, reference).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(name).toString().toLowerCase(Locale.ROOT);
    }
}
