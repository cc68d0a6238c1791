package uk.co.tenantwise.cx.app.observe;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.co.tenantwise.cx.app.config.ServiceConfiguration;
import uk.co.tenantwise.cx.ports.application.StorePorts;
import uk.co.tenantwise.cx.ports.driven.ForStoringCancellations;
import uk.co.tenantwise.cx.ports.fault.StoreUnavailable;

/** Deletes what need not be kept: attempts to cancel name customers and hold what they wrote. */
@Singleton
final class Housekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    /** Small enough that no transaction takes long. */
    private static final int BATCH = 500;

    private static final int MOST_BATCHES = 100;

    private final ForStoringCancellations cancellations;
    private final Duration kept;
    private final InstantSource clock;

    Housekeeping(StorePorts stores, ServiceConfiguration configuration, InstantSource clock) {
        this.cancellations = stores.cancellations();
        this.kept = configuration.cancellationsKept();
        this.clock = clock;
    }

    /** Deletes attempts that were closed too long ago, in batches; what is left over waits an hour. */
    @Scheduled(initialDelay = "3m", fixedDelay = "1h")
    void forgetCancellations() {
        Instant closedBefore = clock.instant().minus(kept);
        int forgotten = 0;
        try {
            for (int batch = 0; batch < MOST_BATCHES; batch++) {
                int deleted = cancellations.forget(closedBefore, BATCH);
                forgotten += deleted;
                if (deleted < BATCH) {
                    break;
                }
            }
        } catch (StoreUnavailable e) {
            LOG.warn("Cannot delete old cancellations: {}", e.getMessage());
        }
        if (forgotten > 0) {
            LOG.info("Deleted {} cancellations that were closed before {}", forgotten, closedBefore);
        }
    }
}
