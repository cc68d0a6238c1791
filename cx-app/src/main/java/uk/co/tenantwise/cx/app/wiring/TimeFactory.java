package uk.co.tenantwise.cx.app.wiring;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Opens the one clock of the service. */
@Factory
final class TimeFactory {
    /** The framework has one of its own. */
    @Singleton
    @Primary
    InstantSource clock() {
        return InstantSource.system();
    }
}
