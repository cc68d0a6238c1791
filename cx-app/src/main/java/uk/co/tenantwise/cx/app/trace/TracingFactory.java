package uk.co.tenantwise.cx.app.trace;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import jakarta.inject.Singleton;
import java.util.Map;
import uk.co.tenantwise.cx.app.config.ServiceConfiguration;
import uk.co.tenantwise.cx.app.config.Telemetry;

/** Opens OpenTelemetry when traces are wanted; otherwise nothing of it is loaded. */
@Factory
@Requires(property = "cx.traces", value = "true")
final class TracingFactory {
    private static final Map<String, String> DEFAULTS = Map.of(
            "otel.service.name", "tenantwise-cx",
            "otel.traces.exporter", "otlp",
            "otel.exporter.otlp.protocol", "http/protobuf");

    /** Metrics are for Prometheus and logs for the console, whatever the variables say. */
    private static final Map<String, String> ALWAYS =
            Map.of("otel.metrics.exporter", "none", "otel.logs.exporter", "none");

    /** Closed with the service, when spans that are still held are sent. */
    @Singleton
    @Bean(preDestroy = "close")
    OpenTelemetrySdk telemetry(ServiceConfiguration configuration) {
        Telemetry telemetry = configuration.telemetry();
        return AutoConfiguredOpenTelemetrySdk.builder()
                .disableShutdownHook()
                .addPropertiesSupplier(() -> DEFAULTS)
                .addPropertiesCustomizer(before -> telemetry.properties())
                .addPropertiesCustomizer(before -> ALWAYS)
                .build()
                .getOpenTelemetrySdk();
    }

    @Singleton
    Tracer tracer(OpenTelemetrySdk telemetry) {
        return telemetry.getTracer("uk.co.tenantwise.cx");
    }
}
