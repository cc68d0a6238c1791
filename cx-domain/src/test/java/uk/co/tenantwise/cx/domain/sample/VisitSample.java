package uk.co.tenantwise.cx.domain.sample;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.repair.Appointment;
import uk.co.tenantwise.cx.domain.repair.AppointmentId;
import uk.co.tenantwise.cx.domain.repair.AppointmentKind;
import uk.co.tenantwise.cx.domain.repair.AppointmentStatus;
import uk.co.tenantwise.cx.domain.repair.RepairReference;

/**
 * A visit to be made: A-1 of repair R-1, booked, on Wednesday 9 December 2026 at 10:00. Each method changes and returns
 * this object.
 */
public final class VisitSample {
    private final AppointmentKind kind;
    private AppointmentId id;
    private Optional<RepairReference> repair;
    private AppointmentStatus status = AppointmentStatus.BOOKED;
    private Optional<Instant> start = Optional.of(Instant.parse("2026-12-09T10:00:00Z"));

    private VisitSample(AppointmentKind kind, String id, Optional<RepairReference> repair) {
        this.kind = kind;
        this.id = new AppointmentId(id);
        this.repair = repair;
    }

    /** The defaults. */
    public static VisitSample aVisit() {
        return new VisitSample(AppointmentKind.ORDER, "A-1", Optional.of(new RepairReference("R-1")));
    }

    /** The same, but an inspection I-1 that belongs to no repair. */
    public static VisitSample anInspection() {
        return new VisitSample(AppointmentKind.INSPECTION, "I-1", Optional.empty());
    }

    /** With that identity. */
    public VisitSample called(String value) {
        id = new AppointmentId(value);
        return this;
    }

    /** Of that repair. */
    public VisitSample of(String reference) {
        repair = Optional.of(new RepairReference(reference));
        return this;
    }

    /** In that status, as Cx words it. */
    public VisitSample inStatus(String text) {
        status = new AppointmentStatus(text);
        return this;
    }

    /** Starting then. */
    public VisitSample at(Instant when) {
        start = Optional.of(when);
        return this;
    }

    /** Starting then, for example {@code 2026-12-09T10:00Z}. */
    public VisitSample at(String when) {
        return at(OffsetDateTime.parse(when).toInstant());
    }

    /** Without a start that can be read. */
    public VisitSample withoutStart() {
        start = Optional.empty();
        return this;
    }

    /** The visit. */
    public Appointment build() {
        return new Appointment(id, kind, repair, status, start, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
