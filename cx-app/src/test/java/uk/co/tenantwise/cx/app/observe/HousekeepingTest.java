package uk.co.tenantwise.cx.app.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.co.tenantwise.cx.app.config.ServiceConfiguration;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.ports.application.StorePorts;
import uk.co.tenantwise.cx.testkit.ManualClock;
import uk.co.tenantwise.cx.testkit.store.InMemoryAnswers;
import uk.co.tenantwise.cx.testkit.store.InMemoryCancellations;
import uk.co.tenantwise.cx.testkit.store.InMemorySettings;
import uk.co.tenantwise.cx.testkit.store.InMemorySnapshots;
import uk.co.tenantwise.cx.testkit.store.StoreSamples;

/** Guards against: attempts to cancel, which name customers, are kept for ever. */
class HousekeepingTest {
    private static final int MANY = 1_100;

    private final ManualClock clock = ManualClock.atNow();
    private final InMemoryAnswers answers = new InMemoryAnswers();
    private final InMemoryCancellations cancellations = new InMemoryCancellations(answers);
    private final Housekeeping housekeeping = new Housekeeping(
            new StorePorts(
                    new InMemorySettings(),
                    cancellations,
                    answers,
                    new InMemorySnapshots<>(),
                    new InMemorySnapshots<>()),
            ServiceConfiguration.read(Map.of("CX_CANCELLATIONS_KEPT", "P30D")),
            clock);

    @Test
    void forgetCancellations_shouldDeleteAllThatAreOld_andNeverOpenOnes() {
        Instant old = clock.instant().minus(Duration.ofDays(30)).minusMillis(1);
        cancellations.add(StoreSamples.fresh(StoreSamples.open(0, StoreSamples.repair(0), old)));
        for (int number = 1; number <= MANY; number++) {
            add(number, old);
        }
        add(MANY + 1, old.plusMillis(1));

        housekeeping.forgetCancellations();

        assertThat(cancellations.list(Optional.empty(), Optional.empty(), MANY))
                .extracting(CancellationAttempt::id)
                .containsExactlyInAnyOrder(StoreSamples.id(0), StoreSamples.id(MANY + 1));
    }

    @Test
    void forgetCancellations_shouldWaitForTheNextTime_whenTheDatabaseIsAway() {
        add(1, clock.instant().minus(Duration.ofDays(31)));
        cancellations.goAway();
        housekeeping.forgetCancellations();
        cancellations.comeBack();
        assertThat(cancellations.find(StoreSamples.id(1))).isPresent();

        housekeeping.forgetCancellations();

        assertThat(cancellations.find(StoreSamples.id(1))).isEmpty();
    }

    private void add(int number, Instant at) {
        cancellations.add(StoreSamples.fresh(
                StoreSamples.closed(number, StoreSamples.repair(number), new CancellationOutcome.Cancelled(), at)));
    }
}
