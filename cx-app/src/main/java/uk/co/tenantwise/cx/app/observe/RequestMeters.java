package uk.co.tenantwise.cx.app.observe;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Trims the metrics of requests: routes as people write them, and a few buckets, so that quantiles and shares can be taken
 * over all nodes: 50 and 250 ms, 1, 5 and 15 s. Each one is a series for each route and status, which is why there are few.
 */
@Singleton
final class RequestMeters implements MeterFilter {
    private static final String ROUTE = "uri";
    private static final double[] NANOS = Stream.of(50, 250, 1_000, 5_000, 15_000)
            .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
            .toArray();

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        return isOfRequests(id)
                ? DistributionStatisticConfig.builder()
                        .serviceLevelObjectives(NANOS)
                        .build()
                        .merge(config)
                : config;
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        String route = id.getTag(ROUTE);
        return route == null || !isOfRequests(id)
                ? id
                : id.replaceTags(Tags.of(id.getTags()).and(ROUTE, Routes.plain(route)));
    }

    private static boolean isOfRequests(Meter.Id id) {
        return id.getName().equals("http.server.requests");
    }
}
