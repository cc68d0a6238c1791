package uk.co.tenantwise.cx.app.json;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision;

/**
 * What the customer is told about cancelling.
 *
 * @param allowed whether it is possible now
 * @param reason the name of a {@link uk.co.tenantwise.cx.domain.cancellation.RefusalReason}, null when it is allowed
 * @param cancelBy the deadline with the UK offset, null when there is none
 * @param message the same in plain English
 */
@Serdeable.Serializable
public record CancellationJson(
        boolean allowed, @Nullable String reason, @Nullable String cancelBy, String message) {
    static CancellationJson of(CancellationDecision decision) {
        String reason = switch (decision) {
            case CancellationDecision.Allowed allowed -> null;
            case CancellationDecision.Refused refused -> refused.reason().name();
        };
        return new CancellationJson(
                decision.allowed(), reason, Times.ukOrNull(decision.cancelBy()), decision.message());
    }
}
