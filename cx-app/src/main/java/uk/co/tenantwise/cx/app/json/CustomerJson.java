package uk.co.tenantwise.cx.app.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.co.tenantwise.cx.domain.repair.CustomerDetails;
import uk.co.tenantwise.cx.ports.driving.CustomerView;
import uk.co.tenantwise.cx.ports.driving.Staleness;

/**
 * What one customer sees.
 *
 * @param customer the contact reference
 * @param details left out when they could not be retrieved
 * @param retrievedAt when the data were retrieved, in UTC
 * @param source {@code LIVE}, {@code CACHE} or {@code STALE}
 * @param refreshDueAt from when on they are retrieved again, in UTC
 * @param setAside how many rows of Cx could not be shown
 * @param stale left out unless the source is {@code STALE}
 * @param repairs newest first
 * @param appointments visits that belong to no repair shown here
 */
@Serdeable.Serializable
public record CustomerJson(
        String customer,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Details details,
        String retrievedAt,
        String source,
        String refreshDueAt,
        int setAside,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Stale stale,
        List<RepairJson> repairs,
        List<VisitJson> appointments) {
    /**
     * Name and address.
     *
     * @param name null when Cx has none
     * @param address null when Cx has none
     */
    @Serdeable.Serializable
    public record Details(@Nullable String name, @Nullable String address) {
        static Details of(CustomerDetails details) {
            return new Details(details.name().orElse(null), details.address().orElse(null));
        }
    }

    /**
     * Why the data are older than they should be.
     *
     * @param ageSeconds how old they are
     * @param code what kept Cx from answering, the name of a {@link uk.co.tenantwise.cx.ports.fault.FaultCode}
     * @param message the same in plain English
     */
    @Serdeable.Serializable
    public record Stale(long ageSeconds, String code, String message) {
        static Stale of(Staleness staleness) {
            return new Stale(
                    staleness.age().toSeconds(),
                    staleness.because().name(),
                    "Your landlord's system cannot be reached at the moment, so this may be out of date.");
        }
    }

    /** What {@code view} looks like. */
    public static CustomerJson of(CustomerView view) {
        return new CustomerJson(
                view.customer().value(),
                view.details().map(Details::of).orElse(null),
                view.retrievedAt().toString(),
                view.source().name(),
                view.refreshDueAt().toString(),
                view.setAside(),
                view.staleness().map(Stale::of).orElse(null),
                view.repairs().stream().map(RepairJson::of).toList(),
                view.appointments().stream().map(VisitJson::of).toList());
    }
}
