package uk.co.tenantwise.cx.app.observe;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import uk.co.tenantwise.cx.domain.cancellation.OpenSummary;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;

/** Shows what {@link StoreWatch} saw. What is not known, because the database does not answer, is not a number. */
@Singleton
final class StoreGauges {
    private final MeterRegistry meters;
    private final StoreWatch watch;

    StoreGauges(MeterRegistry meters, StoreWatch watch, InstantSource clock) {
        this.meters = meters;
        this.watch = watch;
        gauge(
                "cx.database.available",
                "1 when the database answered the last time that it was asked",
                last -> last.available() ? 1 : 0);
        gauge(
                "cx.settings.version",
                "Version of the settings now in force",
                last -> settings(last, settings -> settings.version().number()));
        gauge(
                "cx.enabled",
                "1 when the integration is enabled",
                last -> settings(last, settings -> settings.connection().enabled() ? 1 : 0));
        gauge(
                "cx.cancellations.unresolved",
                "Cancellations of which it is not known what became",
                last -> open(last, OpenSummary::open));
        gauge(
                "cx.cancellations.unresolved.oldest.seconds",
                "Age of the oldest unresolved cancellation, 0 when there is none",
                last -> open(
                        last,
                        open -> open.oldest()
                                .map(oldest -> Ages.seconds(oldest, clock))
                                .orElse(0.0)));
        gauge(
                "cx.cancellations.needing.attention",
                "Unresolved cancellations that somebody should look up in Cx",
                last -> open(last, OpenSummary::needingAttention));
    }

    private void gauge(String name, String description, ToDoubleFunction<StoreWatch.State> value) {
        Gauge.builder(name, watch, store -> value.applyAsDouble(store.last()))
                .description(description)
                .strongReference(true)
                .register(meters);
    }

    private static double settings(StoreWatch.State last, ToDoubleFunction<IntegrationSettings> value) {
        return orNaN(last.settings(), value);
    }

    private static double open(StoreWatch.State last, ToDoubleFunction<OpenSummary> value) {
        return orNaN(last.open(), value);
    }

    private static <T> double orNaN(Optional<T> known, ToDoubleFunction<T> value) {
        return known.isPresent() ? value.applyAsDouble(known.get()) : Double.NaN;
    }
}
