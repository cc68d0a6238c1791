package uk.co.tenantwise.cx.app.json;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.co.tenantwise.cx.domain.repair.Repair;
import uk.co.tenantwise.cx.ports.driving.RepairView;

/**
 * A repair with its visits.
 *
 * @param reference what Cx calls it
 * @param description what is to be repaired
 * @param createdOn the UK date, null when Cx has none
 * @param status how far it has got
 * @param priority null when Cx has none
 * @param contractor null when Cx has none
 * @param address null when Cx has none
 * @param appointments its visits, soonest first
 * @param cancellation whether the repair as a whole can be cancelled
 */
@Serdeable.Serializable
public record RepairJson(
        String reference,
        String description,
        @Nullable String createdOn,
        Status status,
        @Nullable String priority,
        @Nullable String contractor,
        @Nullable String address,
        List<VisitJson> appointments,
        CancellationJson cancellation) {
    /**
     * The status.
     *
     * @param code Cx's master status
     * @param description the site's own words
     */
    @Serdeable.Serializable
    public record Status(String code, String description) {}

    static RepairJson of(RepairView view) {
        Repair repair = view.repair();
        return new RepairJson(
                repair.reference().value(),
                repair.description(),
                repair.createdOn().map(Object::toString).orElse(null),
                new Status(repair.status().code(), repair.status().description()),
                repair.priority().orElse(null),
                repair.contractor().orElse(null),
                repair.address().orElse(null),
                view.appointments().stream().map(VisitJson::of).toList(),
                CancellationJson.of(view.cancellation()));
    }
}
