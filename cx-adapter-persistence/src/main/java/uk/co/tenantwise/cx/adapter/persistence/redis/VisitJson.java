package uk.co.tenantwise.cx.adapter.persistence.redis;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.co.tenantwise.cx.domain.repair.Appointment;
import uk.co.tenantwise.cx.domain.repair.AppointmentId;
import uk.co.tenantwise.cx.domain.repair.AppointmentKind;
import uk.co.tenantwise.cx.domain.repair.AppointmentStatus;
import uk.co.tenantwise.cx.domain.repair.RepairReference;

/** An appointment as it is written: the fields of {@link Appointment}, those that are empty left out. */
record VisitJson(
        String id,
        String kind,
        @Nullable String repair,
        String status,
        @Nullable String start,
        @Nullable String end,
        @Nullable String slot,
        @Nullable String contractor) {
    static VisitJson of(Appointment visit) {
        return new VisitJson(
                visit.id().value(),
                visit.kind().name(),
                visit.repair().map(RepairReference::value).orElse(null),
                visit.status().text(),
                visit.start().map(Instant::toString).orElse(null),
                visit.end().map(Instant::toString).orElse(null),
                visit.slot().orElse(null),
                visit.contractor().orElse(null));
    }

    Appointment value() {
        return new Appointment(
                new AppointmentId(id),
                AppointmentKind.valueOf(kind),
                Optional.ofNullable(repair).map(RepairReference::new),
                new AppointmentStatus(status),
                Optional.ofNullable(start).map(Instant::parse),
                Optional.ofNullable(end).map(Instant::parse),
                Optional.ofNullable(slot),
                Optional.ofNullable(contractor));
    }
}
