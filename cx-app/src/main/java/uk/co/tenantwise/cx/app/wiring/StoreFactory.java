package uk.co.tenantwise.cx.app.wiring;

import io.micronaut.context.annotation.Factory;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.InstantSource;
import uk.co.tenantwise.cx.adapter.persistence.Persistence;
import uk.co.tenantwise.cx.adapter.persistence.cache.CaffeineSnapshots;
import uk.co.tenantwise.cx.adapter.persistence.calendar.JollydayBankHolidays;
import uk.co.tenantwise.cx.app.config.ServiceConfiguration;
import uk.co.tenantwise.cx.domain.cancellation.BankHolidays;
import uk.co.tenantwise.cx.domain.refresh.RefreshPolicy;
import uk.co.tenantwise.cx.ports.application.StorePorts;
import uk.co.tenantwise.cx.ports.driven.ForUsingUp;

/** Opens the stores: durable ones on the database, snapshots in memory. */
@Factory
final class StoreFactory {
    /** A snapshot takes some kilobytes: this many fit into a few hundred megabytes. */
    private static final long MOST_CUSTOMERS = 50_000;

    @Singleton
    Persistence persistence(
            ServiceConfiguration configuration, TransactionOperations<Connection> transactions, InstantSource clock) {
        Path keyFile =
                configuration.keyFile().orElseGet(() -> configuration.dataDir().resolve("cx.key"));
        return Persistence.open(transactions, keyFile, clock);
    }

    @Singleton
    ForUsingUp uses(Persistence persistence) {
        return persistence.uses();
    }

    @Singleton
    StorePorts stores(ServiceConfiguration configuration, Persistence persistence) {
        Duration keepFor = keepFor(configuration.maxStale());
        return new StorePorts(
                persistence.settings(),
                persistence.cancellations(),
                persistence.answers(),
                new CaffeineSnapshots<>(MOST_CUSTOMERS, keepFor),
                new CaffeineSnapshots<>(MOST_CUSTOMERS, keepFor));
    }

    @Singleton
    BankHolidays bankHolidays(ServiceConfiguration configuration) {
        return new JollydayBankHolidays(configuration.bankHolidays());
    }

    /** As long as a snapshot may be served, and never shorter than the longest refresh time. */
    private static Duration keepFor(Duration maxStale) {
        Duration longest = Duration.ofMinutes(RefreshPolicy.MAX_MINUTES);
        return maxStale.compareTo(longest) > 0 ? maxStale : longest;
    }
}
