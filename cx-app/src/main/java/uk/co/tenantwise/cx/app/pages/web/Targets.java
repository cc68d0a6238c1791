package uk.co.tenantwise.cx.app.pages.web;

import io.micronaut.http.HttpRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.AppointmentTarget;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.RepairTarget;
import uk.co.tenantwise.cx.domain.repair.AppointmentId;
import uk.co.tenantwise.cx.domain.repair.RepairReference;

/** Reads and writes what shall be cancelled, as addresses and forms name it. */
final class Targets {
    private static final String REPAIR = "repair";
    private static final String VISIT = "visit";

    private Targets() {}

    /** What the address names; empty when it names nothing. */
    static Optional<CancellationTarget> of(HttpRequest<?> request) {
        return request.getParameters()
                .getFirst(REPAIR)
                .flatMap(reference -> of(REPAIR, reference))
                .or(() -> request.getParameters().getFirst(VISIT).flatMap(id -> of(VISIT, id)));
    }

    /** What {@code form} names; empty when it names nothing. */
    static Optional<CancellationTarget> of(Form form) {
        return of(form.get("kind"), form.get("target"));
    }

    /** Where the customer is asked about {@code target}. */
    static String address(CancellationTarget target) {
        String kind = switch (target) {
            case RepairTarget repair -> REPAIR;
            case AppointmentTarget visit -> VISIT;
        };
        return MyPaths.CANCEL + "?" + kind + "=" + URLEncoder.encode(target.text(), StandardCharsets.UTF_8);
    }

    private static Optional<CancellationTarget> of(String kind, String text) {
        try {
            return switch (kind) {
                case REPAIR -> Optional.of(new RepairTarget(new RepairReference(text)));
                case VISIT -> Optional.of(new AppointmentTarget(new AppointmentId(text)));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
