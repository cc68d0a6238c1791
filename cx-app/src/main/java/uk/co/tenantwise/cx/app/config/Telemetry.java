package uk.co.tenantwise.cx.app.config;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What OpenTelemetry is told: the standard variables, by the names that its SDK gives them as properties.
 *
 * @param properties such as {@code otel.exporter.otlp.endpoint}; may hold the credentials of a collector
 */
public record Telemetry(Map<String, String> properties) {
    private static final String EXPORTER = "otel.traces.exporter";

    /** Copies the map. */
    public Telemetry {
        properties = Map.copyOf(properties);
    }

    static Telemetry read(Map<String, String> environment) {
        Map<String, String> properties = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith("OTEL_") && !value.isBlank()) {
                properties.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value.strip());
            }
        });
        Telemetry read = new Telemetry(properties);
        if (read.traces() && !properties.getOrDefault(EXPORTER, "otlp").equals("otlp")) {
            throw new ConfigurationProblem(
                    "OTEL_TRACES_EXPORTER: write otlp or none, was \"" + properties.get(EXPORTER) + "\"");
        }
        return read;
    }

    /** Whether traces are wanted: an exporter is named, or where to send them, and nobody says no. */
    public boolean traces() {
        String exporter = properties.getOrDefault(EXPORTER, "");
        boolean wanted = !exporter.isEmpty()
                || properties.containsKey("otel.exporter.otlp.endpoint")
                || properties.containsKey("otel.exporter.otlp.traces.endpoint");
        return wanted && !exporter.equals("none") && !Boolean.parseBoolean(properties.get("otel.sdk.disabled"));
    }

    /** Without values: headers for a collector may give access to it. */
    @Override
    public String toString() {
        return "Telemetry" + properties.keySet();
    }
}
