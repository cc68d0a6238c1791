package uk.co.tenantwise.cx.testkit.application;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.co.tenantwise.cx.testkit.Builders.CONTACT;
import static uk.co.tenantwise.cx.testkit.Builders.OTHER_COMPANY;
import static uk.co.tenantwise.cx.testkit.Builders.OTHER_CONTACT;
import static uk.co.tenantwise.cx.testkit.Builders.aRepair;
import static uk.co.tenantwise.cx.testkit.Builders.anAppointment;
import static uk.co.tenantwise.cx.testkit.TestHexagon.ADMIN;
import static uk.co.tenantwise.cx.testkit.TestHexagon.saved;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.cancellation.CancellationId;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.RepairTarget;
import uk.co.tenantwise.cx.domain.cancellation.OpenSummary;
import uk.co.tenantwise.cx.domain.refresh.Source;
import uk.co.tenantwise.cx.domain.repair.RepairReference;
import uk.co.tenantwise.cx.ports.driven.Observation;
import uk.co.tenantwise.cx.ports.driving.CancelCommand;
import uk.co.tenantwise.cx.ports.driving.CancelResult;
import uk.co.tenantwise.cx.ports.driving.SettleCommand;
import uk.co.tenantwise.cx.ports.driving.SettleCommand.Finding;
import uk.co.tenantwise.cx.ports.driving.SettleResult;
import uk.co.tenantwise.cx.ports.fault.CxFault;
import uk.co.tenantwise.cx.testkit.TestHexagon;
import uk.co.tenantwise.cx.testkit.cx.CxCall;

/** Attempts that nobody could resolve: who is told, and how they end. */
class SettlingCancellationsTest {
    private static final RepairTarget REPAIR = new RepairTarget(new RepairReference("WO-1001"));
    private static final Duration BOUND = Duration.ofMinutes(10);

    private final TestHexagon hexagon = new TestHexagon();
    private CancellationId id = new CancellationId(new UUID(0, 0));

    @BeforeEach
    void loseAnAnswer() {
        hexagon.connected().cx.with(CONTACT, aRepair().with(anAppointment()).build());
        saved(hexagon.integration.administering().saveRepairs(ViewingRepairsTest.repairs("", "00:00"), ADMIN));
        hexagon.cx.failOnce(CxCall.CANCEL_REPAIR, new CxFault.TimedOut("no answer within 10 s"));
        CancelResult result = hexagon.integration
                .cancelling()
                .cancel(new CancelCommand(CONTACT, REPAIR, "", "portal", Optional.empty()));
        id = ((CancelResult.Recorded) result).id();
    }

    @AfterEach
    void close() {
        hexagon.close();
    }

    @Nested
    class Review {
        @Test
        void review_shouldShowThatItNeedsAttention_whenTheBoundHasPassed() {
            Instant requested = hexagon.clock.instant();
            assertThat(hexagon.integration.reviewing().open()).isEqualTo(new OpenSummary(1, 0, Optional.of(requested)));
            assertThat(hexagon.integration.reviewing().needingAttention(Optional.empty(), 9))
                    .isEmpty();
            assertThat(hexagon.integration.reviewing().needsAttention(attempt()))
                    .isFalse();

            hexagon.clock.advance(BOUND.plusMillis(1));

            assertThat(hexagon.integration.reviewing().open()).isEqualTo(new OpenSummary(1, 1, Optional.of(requested)));
            assertThat(hexagon.integration.reviewing().needingAttention(Optional.empty(), 9))
                    .containsExactly(attempt());
            assertThat(hexagon.integration.reviewing().needsAttention(attempt()))
                    .isTrue();
        }

        @Test
        void open_shouldShowTheCustomersOwnOnThePresentSite_whileItIsNotResolved() {
            assertThat(hexagon.integration.cancelling().open(CONTACT)).containsExactly(attempt());
            assertThat(hexagon.integration.cancelling().open(OTHER_CONTACT)).isEmpty();

            hexagon.cx.with(OTHER_COMPANY);
            saved(hexagon.integration
                    .administering()
                    .selectCompany(Optional.of(OTHER_COMPANY.id().value()), ADMIN));

            assertThat(hexagon.integration.cancelling().open(CONTACT)).isEmpty();
        }
    }

    @Nested
    class Settle {
        @Test
        void settle_shouldCloseItAsCancelled_andShowTheCustomerTheTruth() {
            assertThat(hexagon.signIn().source()).isEqualTo(Source.LIVE);
            hexagon.clock.advance(BOUND.plusMillis(1));
            int reads = hexagon.cx.calls(CxCall.REPAIRS);

            SettleResult result = settle(1, Finding.CANCELLED);

            assertThat(result).isEqualTo(new SettleResult.Settled(attempt()));
            assertThat(attempt().outcome()).isEqualTo(new CancellationOutcome.Cancelled());
            assertThat(attempt().settledBy()).contains("admin");
            assertThat(attempt().closedAt()).contains(hexagon.clock.instant());
            assertThat(hexagon.cx.calls(CxCall.REPAIRS)).isEqualTo(reads + 1);
            assertThat(hexagon.observations)
                    .contains(new Observation.CancellationRecorded(new CancellationOutcome.Cancelled()));
            assertThat(hexagon.integration.cancelling().open(CONTACT)).isEmpty();
        }

        @Test
        void settle_shouldCloseItAsRefused_withNoWordOfWhoInWhatTheCustomerReads() {
            hexagon.clock.advance(BOUND.plusMillis(1));

            assertThat(settle(1, Finding.NOT_CANCELLED)).isInstanceOf(SettleResult.Settled.class);

            assertThat(attempt().outcome()).isEqualTo(new CancellationOutcome.RefusedByCx(""));
            assertThat(attempt().settledBy()).contains("admin");
            assertThat(hexagon.integration.resolving().resolveDue()).isZero();
            assertThat(hexagon.cx.calls(CxCall.CANCEL_REPAIR)).isEqualTo(1);
        }

        @Test
        void settle_shouldDoNothing_whenItHasNotWaitedLongEnough() {
            hexagon.clock.advance(BOUND);

            assertThat(settle(1, Finding.CANCELLED)).isEqualTo(new SettleResult.NoNeed());
            assertThat(attempt().isOpen()).isTrue();
        }

        @Test
        void settle_shouldDoNothing_whenItWasSentAgainSinceTheAdministratorLooked() {
            hexagon.clock.advance(BOUND.plusMillis(1));
            hexagon.cancellations.noteSend(id, 1, hexagon.clock.instant().minusSeconds(60));

            assertThat(settle(1, Finding.NOT_CANCELLED)).isEqualTo(new SettleResult.SentAgain());
            assertThat(attempt().isOpen()).isTrue();
        }

        /** What is under way at this moment may cancel it after all. */
        @Test
        void settle_shouldAskToWait_whenItWasSentJustNow() {
            hexagon.clock.advance(BOUND.plusMillis(1));
            hexagon.cancellations.noteSend(id, 1, hexagon.clock.instant());

            assertThat(settle(2, Finding.NOT_CANCELLED))
                    .isEqualTo(
                            new SettleResult.SentJustNow(hexagon.clock.instant().plusSeconds(30)));
            hexagon.clock.advance(Duration.ofSeconds(30));
            assertThat(settle(2, Finding.NOT_CANCELLED)).isInstanceOf(SettleResult.Settled.class);
        }

        @Test
        void settle_shouldKeepTheOutcome_whenItWasResolvedMeanwhile() {
            hexagon.clock.advance(BOUND.plusMillis(1));
            hexagon.cancellations.close(id, new CancellationOutcome.Cancelled(), hexagon.clock.instant());

            assertThat(settle(1, Finding.NOT_CANCELLED)).isEqualTo(new SettleResult.ClosedAlready(attempt()));
            assertThat(attempt().settledBy()).isEmpty();
        }

        @Test
        void settle_shouldSaySo_whenThereIsNoSuchAttempt() {
            assertThat(hexagon.integration
                            .settling()
                            .settle(new SettleCommand(
                                    new CancellationId(new UUID(9, 9)), 1, Finding.CANCELLED, "admin")))
                    .isEqualTo(new SettleResult.NoSuchAttempt());
        }
    }

    private SettleResult settle(int sends, Finding finding) {
        return hexagon.integration.settling().settle(new SettleCommand(id, sends, finding, "admin"));
    }

    private CancellationAttempt attempt() {
        return hexagon.integration.reviewing().find(id).orElseThrow();
    }
}
