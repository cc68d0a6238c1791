package uk.co.tenantwise.cx.domain.repair;

/**
 * The status of an appointment as Cx words it. Booked and Cancelled have a meaning here; every other text is only shown.
 *
 * @param text as Cx sent it, stripped; may be empty
 */
public record AppointmentStatus(String text) {
    /** A visit that will take place, the only kind that can be cancelled. */
    public static final AppointmentStatus BOOKED = new AppointmentStatus("Booked");
    /** A visit that was cancelled. */
    public static final AppointmentStatus CANCELLED = new AppointmentStatus("Cancelled");

    /** Strips the text. */
    public AppointmentStatus {
        text = text.strip();
    }

    /** Whether this is Booked, ignoring case. */
    public boolean isBooked() {
        return text.equalsIgnoreCase("Booked");
    }

    /** Whether this is Cancelled, ignoring case. */
    public boolean isCancelled() {
        return text.equalsIgnoreCase("Cancelled");
    }
}
