package uk.co.tenantwise.cx.app.observe;

import jakarta.inject.Singleton;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.cancellation.OpenSummary;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.ports.application.CxIntegration;
import uk.co.tenantwise.cx.ports.application.StorePorts;
import uk.co.tenantwise.cx.ports.driven.ForStoringSettings;
import uk.co.tenantwise.cx.ports.driving.ForReviewingCancellations;
import uk.co.tenantwise.cx.ports.fault.StoreUnavailable;

/**
 * What the database last said about the things that metrics show, so that no scrape ever waits for it. Thread-safe.
 */
@Singleton
final class StoreWatch {
    private final ForStoringSettings settings;
    private final ForReviewingCancellations reviewing;
    private volatile State state = State.UNKNOWN;

    /**
     * What was seen.
     *
     * @param available whether the database answered
     * @param settings those now in force; empty when it did not answer
     * @param open the attempts without a final outcome; empty when it did not answer
     */
    record State(boolean available, Optional<IntegrationSettings> settings, Optional<OpenSummary> open) {
        static final State UNKNOWN = new State(false, Optional.empty(), Optional.empty());
    }

    StoreWatch(StorePorts stores, CxIntegration integration) {
        this.settings = stores.settings();
        this.reviewing = integration.reviewing();
    }

    /** Asks the database. @throws StoreUnavailable when it does not answer, which is remembered */
    void look() {
        try {
            OpenSummary open = reviewing.open();
            state = new State(true, Optional.of(settings.current()), Optional.of(open));
        } catch (StoreUnavailable e) {
            state = State.UNKNOWN;
            throw e;
        }
    }

    /** What was seen last. */
    State last() {
        return state;
    }
}
