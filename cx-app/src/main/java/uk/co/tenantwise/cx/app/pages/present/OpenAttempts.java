package uk.co.tenantwise.cx.app.pages.present;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.cancellation.CancellationId;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget;

/**
 * What a customer has tried to cancel without knowing yet what became of it.
 *
 * @param byTarget the attempts
 */
public record OpenAttempts(Map<CancellationTarget, CancellationId> byTarget) {
    /** Nothing. */
    public static final OpenAttempts NONE = new OpenAttempts(Map.of());

    /** Copies the map. */
    public OpenAttempts {
        byTarget = Map.copyOf(byTarget);
    }

    /** Those attempts. */
    public static OpenAttempts of(List<CancellationAttempt> attempts) {
        return new OpenAttempts(attempts.stream()
                .collect(Collectors.toMap(
                        CancellationAttempt::target, CancellationAttempt::id, (older, younger) -> younger)));
    }

    /** The attempt at {@code target}. */
    public Optional<CancellationId> at(CancellationTarget target) {
        return Optional.ofNullable(byTarget.get(target));
    }
}
