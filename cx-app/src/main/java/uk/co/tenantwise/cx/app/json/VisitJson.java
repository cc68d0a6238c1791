package uk.co.tenantwise.cx.app.json;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;
import uk.co.tenantwise.cx.domain.repair.Appointment;
import uk.co.tenantwise.cx.domain.repair.RepairReference;
import uk.co.tenantwise.cx.ports.driving.AppointmentView;

/**
 * A visit.
 *
 * @param id its identity
 * @param kind {@code ORDER} or {@code INSPECTION}
 * @param status as Cx has it, such as {@code Booked}
 * @param start with the UK offset, null when Cx has none
 * @param end with the UK offset, null when Cx has none
 * @param slot Cx's own words for the time of day, null when it has none
 * @param repair the reference of its repair, null for a visit that has none
 * @param cancellation whether it can be cancelled
 */
@Serdeable.Serializable
public record VisitJson(
        String id,
        String kind,
        String status,
        @Nullable String start,
        @Nullable String end,
        @Nullable String slot,
        @Nullable String repair,
        CancellationJson cancellation) {
    static VisitJson of(AppointmentView view) {
        Appointment visit = view.appointment();
        return new VisitJson(
                visit.id().value(),
                visit.kind().name(),
                visit.status().text(),
                Times.ukOrNull(visit.start()),
                Times.ukOrNull(visit.end()),
                visit.slot().orElse(null),
                visit.repair().map(RepairReference::value).orElse(null),
                CancellationJson.of(view.cancellation()));
    }
}
