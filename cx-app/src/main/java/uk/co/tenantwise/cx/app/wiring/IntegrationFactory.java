package uk.co.tenantwise.cx.app.wiring;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.propagation.PropagatedContext;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import uk.co.tenantwise.cx.app.config.ServiceConfiguration;
import uk.co.tenantwise.cx.domain.cancellation.BankHolidays;
import uk.co.tenantwise.cx.domain.cancellation.CancellationId;
import uk.co.tenantwise.cx.ports.application.CxIntegration;
import uk.co.tenantwise.cx.ports.application.CxPorts;
import uk.co.tenantwise.cx.ports.application.Limits;
import uk.co.tenantwise.cx.ports.application.StorePorts;
import uk.co.tenantwise.cx.ports.application.Surroundings;
import uk.co.tenantwise.cx.ports.driven.ForObserving;

/** Opens the hexagon: the core does not know Micronaut, so its objects are made here. */
@Factory
final class IntegrationFactory {
    /** Calls to Cx block, so that each gets a virtual thread of its own. */
    @Singleton
    @Named("cx-calls")
    @Bean(preDestroy = "shutdown")
    ExecutorService calls() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }

    /** A lost cancellation is believed to have come to nothing after two calls have had the time to fail, and some more. */
    @Singleton
    Limits limits(ServiceConfiguration configuration) {
        return new Limits(
                configuration.maxStale(),
                configuration.apiTimeout().multipliedBy(2).plusSeconds(10),
                configuration.addresses(),
                Limits.DEFAULT.attention());
    }

    @Singleton
    CxIntegration integration(
            CxPorts cx,
            StorePorts stores,
            InstantSource clock,
            @Named("cx-calls") ExecutorService calls,
            BankHolidays holidays,
            Collection<ForObserving> observers,
            Limits limits) {
        return CxIntegration.open(
                cx,
                stores,
                new Surroundings(
                        clock,
                        inContext(calls),
                        () -> new CancellationId(UUID.randomUUID()),
                        holidays,
                        everybody(observers)),
                limits);
    }

    /** Takes the trace of the request, when there is one, to the threads that call Cx for it. */
    private static Executor inContext(Executor calls) {
        return call -> calls.execute(PropagatedContext.wrapCurrent(call));
    }

    private static ForObserving everybody(Collection<ForObserving> observers) {
        return observation -> observers.forEach(observer -> observer.observe(observation));
    }
}
