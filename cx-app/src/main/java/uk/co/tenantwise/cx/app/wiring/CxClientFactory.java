package uk.co.tenantwise.cx.app.wiring;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import uk.co.tenantwise.cx.adapter.http.CxClientOptions;
import uk.co.tenantwise.cx.adapter.http.CxRestClient;
import uk.co.tenantwise.cx.app.config.ServiceConfiguration;
import uk.co.tenantwise.cx.app.observe.CxCallMeters;
import uk.co.tenantwise.cx.ports.application.CxPorts;
import uk.co.tenantwise.cx.ports.driven.ForSharingLogIns;

/** Opens the client of Cx. */
@Factory
final class CxClientFactory {
    @Singleton
    @Bean(preDestroy = "close")
    CxRestClient client(
            ServiceConfiguration configuration,
            InstantSource clock,
            Optional<ForSharingLogIns> shared,
            CxCallMeters meters) {
        CxClientOptions options = CxClientOptions.DEFAULT
                .withApiTimeout(configuration.apiTimeout())
                .withMaxCalls(configuration.maxCalls())
                .withPaths(configuration.paths())
                .withPrivateAddresses(configuration.allowPrivateAddresses());
        CxRestClient client = CxRestClient.open(
                configuration
                        .firstByteTimeout()
                        .map(options::withFirstByteTimeout)
                        .orElse(options),
                clock,
                shared.orElseGet(CxRestClient::ownLogIns),
                meters);
        meters.watch(client);
        return client;
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
