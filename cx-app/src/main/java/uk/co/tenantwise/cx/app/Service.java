package uk.co.tenantwise.cx.app;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import uk.co.tenantwise.cx.adapter.persistence.database.DatabaseProperties;
import uk.co.tenantwise.cx.adapter.persistence.database.DatabaseUrl;
import uk.co.tenantwise.cx.app.config.ServiceConfiguration;
import uk.co.tenantwise.cx.app.observe.Draining;
import uk.co.tenantwise.cx.app.pages.DemoCustomers;
import uk.co.tenantwise.cx.domain.settings.Secret;

/** A running service. Several of them may run in one process. */
public final class Service implements AutoCloseable {
    private final EmbeddedServer server;
    private final Draining draining;

    private Service(EmbeddedServer server) {
        this.server = server;
        this.draining = server.getApplicationContext().getBean(Draining.class);
    }

    /** Starts a service and returns when it accepts requests. */
    public static Service start(ServiceConfiguration configuration) {
        return start(configuration, UnaryOperator.identity());
    }

    /** Starts a service that only programs on this machine can call, where anybody may be any of {@code customers}. */
    public static Service startDemo(ServiceConfiguration configuration, DemoCustomers customers) {
        return start(
                configuration,
                builder -> builder.properties(Map.of("micronaut.server.host", "127.0.0.1"))
                        .singletons(customers));
    }

    /**
     * Starts a service with parts replaced.
     *
     * @param change what else the application context is to hold
     */
    static Service start(ServiceConfiguration configuration, UnaryOperator<ApplicationContextBuilder> change) {
        ApplicationContext context = change.apply(ApplicationContext.builder()
                        .banner(false)
                        .deduceEnvironment(false)
                        .eagerInitSingletons(true)
                        .properties(properties(configuration))
                        .singletons(configuration))
                .build();
        try {
            context.start();
            return new Service(context.getBean(EmbeddedServer.class).start());
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.getPort();
    }

    /** The clock that it goes by. */
    public InstantSource clock() {
        return context().getBean(InstantSource.class);
    }

    /** The beans of this service. */
    ApplicationContext context() {
        return server.getApplicationContext();
    }

    /**
     * Takes this node out before it stops: from now on it says that it is not ready, so that requests are sent to others,
     * and goes on serving those that come all the same.
     *
     * @param delay how long to wait until those who ask have seen it
     */
    public void drain(Duration delay) {
        draining.begin();
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops: requests that are being served are finished, for at most 10 seconds; new ones are refused. */
    @Override
    public void close() {
        draining.begin();
        server.stop();
    }

    private static Map<String, Object> properties(ServiceConfiguration configuration) {
        Map<String, Object> properties = new LinkedHashMap<>(configuration
                .database()
                .map(database -> DatabaseProperties.of(
                        database.url(),
                        database.username(),
                        database.password().map(Secret::reveal).orElse("")))
                .orElseGet(() -> DatabaseProperties.of(DatabaseUrl.inFolder(configuration.dataDir()), "cx", "")));
        properties.put("cx.traces", configuration.telemetry().traces());
        // The address itself stays in the configuration: properties are shown here and there.
        configuration.redisUri().ifPresent(uri -> properties.put("cx.redis-uri", "set"));
        properties.put("micronaut.server.port", configuration.port() == 0 ? -1 : configuration.port());
        return properties;
    }
}
