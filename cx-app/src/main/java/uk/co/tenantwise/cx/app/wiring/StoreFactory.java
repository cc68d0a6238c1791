package uk.co.tenantwise.cx.app.wiring;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import uk.co.tenantwise.cx.adapter.persistence.Persistence;
import uk.co.tenantwise.cx.adapter.persistence.cache.CaffeineSnapshots;
import uk.co.tenantwise.cx.adapter.persistence.calendar.JollydayBankHolidays;
import uk.co.tenantwise.cx.adapter.persistence.redis.RedisOptions;
import uk.co.tenantwise.cx.adapter.persistence.redis.RedisStores;
import uk.co.tenantwise.cx.app.config.ServiceConfiguration;
import uk.co.tenantwise.cx.domain.cancellation.BankHolidays;
import uk.co.tenantwise.cx.domain.refresh.RefreshPolicy;
import uk.co.tenantwise.cx.ports.application.StorePorts;
import uk.co.tenantwise.cx.ports.driven.ForSharingLogIns;
import uk.co.tenantwise.cx.ports.driven.ForUsingUp;

/** Opens the stores: durable ones on the database, snapshots in memory, or in Redis when there is one to share them by. */
@Factory
final class StoreFactory {
    /** A snapshot takes some kilobytes: this many fit into a few hundred megabytes. */
    private static final long MOST_CUSTOMERS = 50_000;

    /** Retrieving takes several calls to Cx, side by side and after one another. */
    private static final int CALLS_OF_A_RETRIEVAL = 3;

    @Singleton
    Persistence persistence(
            ServiceConfiguration configuration, TransactionOperations<Connection> transactions, InstantSource clock) {
        return Persistence.open(transactions, keyFile(configuration), clock);
    }

    @Singleton
    ForUsingUp uses(Persistence persistence) {
        return persistence.uses();
    }

    @Singleton
    StorePorts stores(ServiceConfiguration configuration, Persistence persistence, Optional<RedisStores> shared) {
        Duration keepFor = keepFor(configuration.maxStale());
        return new StorePorts(
                persistence.settings(),
                persistence.cancellations(),
                persistence.answers(),
                shared.map(RedisStores::repairs).orElseGet(() -> new CaffeineSnapshots<>(MOST_CUSTOMERS, keepFor)),
                shared.map(RedisStores::details).orElseGet(() -> new CaffeineSnapshots<>(MOST_CUSTOMERS, keepFor)));
    }

    /** What nodes share; after the durable stores, which make the key file when there is none. */
    @Singleton
    @Bean(preDestroy = "close")
    @Requires(property = "cx.redis-uri")
    @SuppressWarnings("UnusedVariable") // the order
    RedisStores shared(ServiceConfiguration configuration, Persistence persistence, InstantSource clock) {
        return RedisStores.open(
                configuration.redisUri().orElseThrow(),
                keyFile(configuration),
                new RedisOptions(
                        MOST_CUSTOMERS,
                        keepFor(configuration.maxStale()),
                        configuration
                                .apiTimeout()
                                .multipliedBy(CALLS_OF_A_RETRIEVAL)
                                .plusSeconds(1)),
                clock);
    }

    /** There is none where nodes share nothing. */
    @Singleton
    @Requires(bean = RedisStores.class)
    ForSharingLogIns logIns(RedisStores shared) {
        return shared.logIns();
    }

    @Singleton
    BankHolidays bankHolidays(ServiceConfiguration configuration) {
        return new JollydayBankHolidays(configuration.bankHolidays());
    }

    private static Path keyFile(ServiceConfiguration configuration) {
        return configuration.keyFile().orElseGet(() -> configuration.dataDir().resolve("cx.key"));
    }

    /** As long as a snapshot may be served, and never shorter than the longest refresh time. */
    private static Duration keepFor(Duration maxStale) {
        Duration longest = Duration.ofMinutes(RefreshPolicy.MAX_MINUTES);
        return maxStale.compareTo(longest) > 0 ? maxStale : longest;
    }
}
