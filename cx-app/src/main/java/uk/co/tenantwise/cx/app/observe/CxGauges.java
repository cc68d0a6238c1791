package uk.co.tenantwise.cx.app.observe;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Shows how Cx has been doing. */
@Singleton
final class CxGauges {
    CxGauges(MeterRegistry meters, CxStatus status, InstantSource clock) {
        Gauge.builder("cx.failing", status, cx -> cx.now().failing() ? 1 : 0)
                .description("1 when Cx did not serve repairs, or details, when last asked for them")
                .strongReference(true)
                .register(meters);
        Gauge.builder(
                        "cx.last.answer.age",
                        status,
                        cx -> Ages.seconds(cx.now().lastAnswer().orElse(null), clock))
                .description("Time since Cx last answered this node; not a number before it ever did")
                .baseUnit("seconds")
                .strongReference(true)
                .register(meters);
    }
}
