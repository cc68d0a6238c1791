package uk.co.tenantwise.cx.domain.repair;

/**
 * What identifies an appointment in Cx: its {@code AppointmentUid}, usually a GUID, taken as it comes.
 *
 * @param value 1 to 200 printable characters, not blank, compared exactly
 */
public record AppointmentId(String value) {
    /** @throws IllegalArgumentException when blank, longer than 200 characters, or holding a control character */
    public AppointmentId {
        Reference.check("appointment id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
