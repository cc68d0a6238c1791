package uk.co.tenantwise.cx.domain.settings;

import java.time.LocalDate;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.visibility.VisibilityPolicy;

/**
 * The repairs part of the settings.
 *
 * @param startDate the first creation date that customers see, empty for no limit
 * @param cancellation whether and how late customers may cancel
 */
public record RepairsSettings(Optional<LocalDate> startDate, CancellationSettings cancellation) {
    /** No start date, cancellation as in {@link CancellationSettings#DEFAULT}. */
    public static final RepairsSettings DEFAULT = new RepairsSettings(Optional.empty(), CancellationSettings.DEFAULT);

    /** The limit that these settings describe. */
    public VisibilityPolicy visibility() {
        return new VisibilityPolicy(startDate);
    }
}
