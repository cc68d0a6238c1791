package uk.co.tenantwise.cx.simulator;

import org.jspecify.annotations.Nullable;

/**
 * One task (a line of work) of a works order.
 *
 * @param sorCode code in the schedule of rates
 * @param description what is to be done
 * @param quantity how many units of it
 * @param location the room, or null when not known
 * @param appointable whether a visit can be booked for it
 * @param invoiced whether the contractor has invoiced it, which forbids cancelling the order (FACT of the contract)
 */
public record Task(
        String sorCode,
        String description,
        double quantity,
        @Nullable String location,
        boolean appointable,
        boolean invoiced) {

    /** A task of quantity 1 that can be appointed and is not invoiced. */
    public static Task of(String sorCode, String description) {
        return new Task(sorCode, description, 1, null, true, false);
    }

    /** This task in another room. */
    public Task in(String room) {
        return new Task(sorCode, description, quantity, room, appointable, invoiced);
    }

    /** This task after its invoice came in. */
    public Task whenInvoiced() {
        return new Task(sorCode, description, quantity, location, appointable, true);
    }

    Row row() {
        return Row.EMPTY
                .with("SorCode", sorCode)
                .with("Description", description)
                .with("Quantity", quantity)
                .with("Location", location)
                .with("Appointable", appointable)
                .with("Invoiced", invoiced);
    }
}
