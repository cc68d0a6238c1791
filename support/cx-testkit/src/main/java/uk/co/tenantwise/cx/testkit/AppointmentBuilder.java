package uk.co.tenantwise.cx.testkit;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.repair.Appointment;
import uk.co.tenantwise.cx.domain.repair.AppointmentId;
import uk.co.tenantwise.cx.domain.repair.AppointmentKind;
import uk.co.tenantwise.cx.domain.repair.AppointmentStatus;
import uk.co.tenantwise.cx.domain.repair.RepairReference;
import uk.co.tenantwise.cx.domain.time.UkTime;

/** Builds appointments; see {@link Builders#anAppointment()}. Each method changes and returns this builder. */
public final class AppointmentBuilder {
    private AppointmentId id = new AppointmentId("APP-1");
    private AppointmentKind kind = AppointmentKind.ORDER;
    private Optional<RepairReference> repair = Optional.of(new RepairReference("WO-1001"));
    private AppointmentStatus status = AppointmentStatus.BOOKED;
    private Optional<Instant> start = Optional.of(Instant.parse("2026-12-09T10:00:00Z"));
    private Optional<Instant> end = Optional.of(Instant.parse("2026-12-09T12:00:00Z"));
    private Optional<String> slot = Optional.of("10am to 12pm");
    private Optional<String> contractor = Optional.of("Fixit Ltd");

    AppointmentBuilder() {}

    /** With that identity. */
    public AppointmentBuilder withId(String value) {
        id = new AppointmentId(value);
        return this;
    }

    /** For that repair. */
    public AppointmentBuilder of(RepairReference reference) {
        repair = Optional.of(reference);
        return this;
    }

    /** For that repair. */
    public AppointmentBuilder of(String reference) {
        return of(new RepairReference(reference));
    }

    /** An inspection of the repair that is set. */
    public AppointmentBuilder asInspection() {
        kind = AppointmentKind.INSPECTION;
        return this;
    }

    /** An inspection that belongs to no repair. */
    public AppointmentBuilder asInspectionOfNoRepair() {
        repair = Optional.empty();
        return asInspection();
    }

    /** In that status. */
    public AppointmentBuilder inStatus(AppointmentStatus itsStatus) {
        status = itsStatus;
        return this;
    }

    /** In a status as Cx would word it. */
    public AppointmentBuilder inStatus(String text) {
        return inStatus(new AppointmentStatus(text));
    }

    /** Starting then; the end is moved to two hours later. */
    public AppointmentBuilder startingAt(Instant instant) {
        start = Optional.of(instant);
        end = Optional.of(instant.plusSeconds(7200));
        return this;
    }

    /** Starting at that UK wall-clock time, such as {@code 2026-12-09T10:00}; the end is moved to two hours later. */
    public AppointmentBuilder startingAt(String ukLocal) {
        return startingAt(UkTime.instantOf(LocalDateTime.parse(ukLocal)));
    }

    /** With a start that is missing or cannot be read. */
    public AppointmentBuilder withoutStart() {
        start = Optional.empty();
        return this;
    }

    /** With nothing that Cx may leave out. */
    public AppointmentBuilder withoutOptionalParts() {
        end = Optional.empty();
        slot = Optional.empty();
        contractor = Optional.empty();
        return this;
    }

    /** The appointment. */
    public Appointment build() {
        return new Appointment(id, kind, repair, status, start, end, slot, contractor);
    }
}
