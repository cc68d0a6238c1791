package uk.co.tenantwise.cx.app.wiring;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import uk.co.tenantwise.cx.adapter.http.CxClientOptions;
import uk.co.tenantwise.cx.adapter.http.CxRestClient;
import uk.co.tenantwise.cx.app.config.ServiceConfiguration;
import uk.co.tenantwise.cx.ports.application.CxPorts;

/** Opens the client of Cx. */
@Factory
final class CxClientFactory {
    @Singleton
    @Bean(preDestroy = "close")
    CxRestClient client(ServiceConfiguration configuration, InstantSource clock) {
        CxClientOptions options = CxClientOptions.DEFAULT
                .withApiTimeout(configuration.apiTimeout())
                .withPaths(configuration.paths());
        return CxRestClient.open(
                configuration.allowPrivateAddresses() ? options.withPrivateAddresses(true) : options, clock);
    }

    @Singleton
    CxPorts ports(CxRestClient client) {
        return new CxPorts(
                client.repairs(),
                client.appointments(),
                client.customers(),
                client.companies(),
                client.cancelling(),
                client.probing(),
                client.credentials(),
                client.addresses());
    }
}
