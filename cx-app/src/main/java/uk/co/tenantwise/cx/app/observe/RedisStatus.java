package uk.co.tenantwise.cx.app.observe;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import uk.co.tenantwise.cx.adapter.persistence.redis.RedisStores;

/** How Redis is doing, where nodes share what they know by one. Without one there is neither a state nor a metric. */
@Singleton
public final class RedisStatus {
    private final Optional<RedisStores> redis;

    RedisStatus(Optional<RedisStores> redis, MeterRegistry meters) {
        this.redis = redis;
        redis.ifPresent(stores -> measure(stores, meters));
    }

    /** Whether this node uses Redis at this moment; empty where there is none to be used. */
    public Optional<Boolean> isAvailable() {
        return redis.map(RedisStores::isAvailable);
    }

    private static void measure(RedisStores stores, MeterRegistry meters) {
        Gauge.builder("cx.redis.available", stores, each -> each.isAvailable() ? 1 : 0)
                .description("1 while this node uses Redis, 0 while it goes by what it knows itself")
                .register(meters);
        FunctionCounter.builder("cx.redis.failures", stores, RedisStores::failures)
                .description("Times that Redis did not do what it was asked to, attempts to reach it included")
                .register(meters);
        hits("local", stores, RedisStores::localHits, meters);
        hits("shared", stores, RedisStores::sharedHits, meters);
    }

    private static void hits(
            String level, RedisStores stores, ToDoubleFunction<RedisStores> count, MeterRegistry meters) {
        FunctionCounter.builder("cx.snapshot.hits", stores, count)
                .description("Snapshots that were found, in the memory of this node or in Redis")
                .tag("level", level)
                .register(meters);
    }
}
