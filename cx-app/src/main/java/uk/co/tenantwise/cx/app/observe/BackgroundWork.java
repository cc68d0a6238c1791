package uk.co.tenantwise.cx.app.observe;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.co.tenantwise.cx.ports.application.CxIntegration;
import uk.co.tenantwise.cx.ports.application.StorePorts;
import uk.co.tenantwise.cx.ports.driven.ForRememberingAnswers;
import uk.co.tenantwise.cx.ports.driving.ForRefreshingAhead;
import uk.co.tenantwise.cx.ports.driving.ForResolvingCancellations;
import uk.co.tenantwise.cx.ports.fault.StoreUnavailable;

/** What goes on without being asked. No job ever overlaps with itself, and no failure ends it. */
@Singleton
final class BackgroundWork {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);

    /** A day longer than keys count, so that a clock that is set back by some hours does no harm. */
    private static final Duration ANSWERS_ARE_KEPT = Duration.ofDays(2);

    private final ForResolvingCancellations resolving;
    private final ForRefreshingAhead ahead;
    private final ForRememberingAnswers answers;
    private final StoreWatch watch;
    private final JobRuns runs;
    private final InstantSource clock;
    private final Set<String> troubled = ConcurrentHashMap.newKeySet();

    BackgroundWork(CxIntegration integration, StorePorts stores, StoreWatch watch, JobRuns runs, InstantSource clock) {
        this.resolving = integration.resolving();
        this.ahead = integration.ahead();
        this.answers = stores.answers();
        this.watch = watch;
        this.runs = runs;
        this.clock = clock;
    }

    /** Finds out what became of cancellations whose answer was lost, also those of before a crash. */
    @Scheduled(initialDelay = "0s", fixedDelay = "1s")
    void resolve() {
        attempt("resolve", "resolve cancellations", () -> {
            int resolved = resolving.resolveDue();
            if (resolved > 0) {
                LOG.info("Found out what became of {} cancellations", resolved);
            }
        });
    }

    /** Spares customers who are reading the wait when their data are due. */
    @Scheduled(initialDelay = "1s", fixedDelay = "1s")
    void refreshAhead() {
        attempt("ahead", "refresh ahead", ahead::refreshSoonDue);
    }

    /** Forgets answers that nobody may ask for any more. */
    @Scheduled(initialDelay = "1m", fixedDelay = "1h")
    void forgetAnswers() {
        attempt(
                "forget",
                "forget old answers",
                () -> answers.forget(clock.instant().minus(ANSWERS_ARE_KEPT)));
    }

    /** Sees to it that metrics have something new to show. */
    @Scheduled(initialDelay = "0s", fixedDelay = "5s")
    void watch() {
        attempt("watch", "look at the database", watch::look);
    }

    /** A store that is away is said once and not every second. */
    private void attempt(String job, String what, Runnable work) {
        try {
            work.run();
            runs.ran(job);
            troubled.remove(job);
        } catch (StoreUnavailable e) {
            if (troubled.add(job)) {
                LOG.error("Cannot {}: {}", what, e.getMessage());
            }
        } catch (RuntimeException e) {
            LOG.error("Cannot {}", what, e);
        }
    }
}
