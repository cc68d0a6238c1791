package uk.co.tenantwise.cx.testkit.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.co.tenantwise.cx.testkit.Builders.ACCESS;
import static uk.co.tenantwise.cx.testkit.Builders.CONTACT;
import static uk.co.tenantwise.cx.testkit.Builders.OTHER_COMPANY;
import static uk.co.tenantwise.cx.testkit.Builders.OTHER_CONTACT;
import static uk.co.tenantwise.cx.testkit.Builders.aRepair;
import static uk.co.tenantwise.cx.testkit.Builders.anAppointment;
import static uk.co.tenantwise.cx.testkit.Builders.anInspection;
import static uk.co.tenantwise.cx.testkit.TestHexagon.ADMIN;
import static uk.co.tenantwise.cx.testkit.TestHexagon.saved;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.AppointmentTarget;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.RepairTarget;
import uk.co.tenantwise.cx.domain.cancellation.IdempotencyKey;
import uk.co.tenantwise.cx.domain.cancellation.RefusalReason;
import uk.co.tenantwise.cx.domain.cancellation.TargetFacts;
import uk.co.tenantwise.cx.domain.refresh.Source;
import uk.co.tenantwise.cx.domain.repair.AppointmentId;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.repair.MasterStatus;
import uk.co.tenantwise.cx.domain.repair.RepairReference;
import uk.co.tenantwise.cx.domain.settings.CxSite;
import uk.co.tenantwise.cx.domain.settings.Readiness;
import uk.co.tenantwise.cx.ports.application.CxIntegration;
import uk.co.tenantwise.cx.ports.application.Limits;
import uk.co.tenantwise.cx.ports.driven.Observation;
import uk.co.tenantwise.cx.ports.driven.SnapshotKey;
import uk.co.tenantwise.cx.ports.driving.CancelCommand;
import uk.co.tenantwise.cx.ports.driving.CancelResult;
import uk.co.tenantwise.cx.ports.driving.CancelResult.Recorded;
import uk.co.tenantwise.cx.ports.driving.CustomerView;
import uk.co.tenantwise.cx.ports.fault.CxFault;
import uk.co.tenantwise.cx.ports.fault.StoreUnavailable;
import uk.co.tenantwise.cx.testkit.TestHexagon;
import uk.co.tenantwise.cx.testkit.cx.CallGate;
import uk.co.tenantwise.cx.testkit.cx.CxCall;

class CancellingRepairsTest {
    private static final RepairReference REPAIR = new RepairReference("WO-1001");
    private static final RepairTarget THE_REPAIR = new RepairTarget(REPAIR);
    private static final AppointmentTarget THE_VISIT = new AppointmentTarget(new AppointmentId("APP-1"));
    private final CxFault lost = new CxFault.TimedOut("no answer within 10 s");
    private final CxFault down = new CxFault.Unavailable("Cx answered 503", Optional.empty());

    private final TestHexagon hexagon = new TestHexagon();

    @BeforeEach
    void connect() {
        hexagon.connected().cx.with(CONTACT, aRepair().with(anAppointment()).build());
        saved(hexagon.integration.administering().saveRepairs(ViewingRepairsTest.repairs("", "00:00"), ADMIN));
    }

    @AfterEach
    void close() {
        hexagon.close();
    }

    @Nested
    class Allowed {
        @Test
        void cancel_shouldCancelTheRepairWithItsVisits_whenThePolicyAllows() {
            Recorded result = recorded(cancel(THE_REPAIR));

            assertThat(result.outcome()).isEqualTo(new CancellationOutcome.Cancelled());
            assertThat(result.message()).isEqualTo("This repair has been cancelled.");
            assertThat(hexagon.cx.sentRepairCancellations()).singleElement().satisfies(sent -> {
                assertThat(sent.statusCode()).isEqualTo("CANX");
                assertThat(sent.reasonCode()).isEqualTo("TENANT");
                assertThat(sent.note()).isEqualTo("Not needed any more");
                assertThat(sent.uid()).isPresent();
                assertThat(sent.at()).isEqualTo(hexagon.clock.instant());
            });
            CancellationAttempt attempt = find(result);
            assertThat(attempt.outcome()).isEqualTo(new CancellationOutcome.Cancelled());
            assertThat(attempt.sends()).isEqualTo(1);
            assertThat(attempt.closedAt()).isPresent();
            assertThat(attempt.requestedBy()).isEqualTo("portal");
        }

        @Test
        void cancel_shouldCancelOneVisitOnly_whenAVisitIsAskedFor() {
            assertThat(recorded(cancel(THE_VISIT)).outcome()).isEqualTo(new CancellationOutcome.Cancelled());

            CustomerView view = hexagon.view();
            assertThat(view.repairs().getFirst().repair().status().master()).isEqualTo(MasterStatus.ISSUED);
            assertThat(view.repairs()
                            .getFirst()
                            .appointments()
                            .getFirst()
                            .appointment()
                            .status()
                            .isCancelled())
                    .isTrue();
        }

        @Test
        void cancel_shouldCancelAnInspection_whenItBelongsToNoRepair() {
            hexagon.cx.with(CONTACT, anInspection().build());

            assertThat(recorded(cancel(new AppointmentTarget(new AppointmentId("APP-9"))))
                            .outcome())
                    .isEqualTo(new CancellationOutcome.Cancelled());
        }

        @Test
        void cancel_shouldRefreshTheSnapshot_whenItSucceeds() {
            hexagon.signIn();

            cancel(THE_REPAIR);

            CustomerView view = hexagon.view();
            assertThat(view.source()).isEqualTo(Source.CACHE);
            assertThat(view.repairs().getFirst().cancellation().message())
                    .startsWith("This repair is already cancelled.");
        }

        /** Guards against: after a cancellation a customer was shown nothing while Cx could not be read. */
        @Test
        void cancel_shouldShowItInStaleData_whenItSucceedsButRefreshingFails() {
            hexagon.signIn();
            hexagon.cx.fail(CxCall.REPAIRS, down);

            assertThat(recorded(cancel(THE_REPAIR)).outcome()).isEqualTo(new CancellationOutcome.Cancelled());

            CustomerView view = hexagon.view();
            assertThat(view.source()).isEqualTo(Source.STALE);
            assertThat(view.repairs().getFirst().repair().status().master()).isEqualTo(MasterStatus.CANCELLED);
            assertThat(view.repairs().getFirst().cancellation().message())
                    .startsWith("This repair is already cancelled.");
            assertThat(view.repairs().getFirst().appointments())
                    .allSatisfy(
                            visit -> assertThat(visit.cancellation().allowed()).isFalse());
        }

        @Test
        void cancel_shouldRetrieveAtTheNextRead_whenRefreshingFailedAndCxIsBack() {
            hexagon.signIn();
            hexagon.cx.failOnce(CxCall.REPAIRS, down);

            cancel(THE_VISIT);

            CustomerView view = hexagon.view();
            assertThat(view.source()).isEqualTo(Source.LIVE);
            assertThat(view.retrievedAt()).isEqualTo(hexagon.clock.instant());
            assertThat(hexagon.view().source()).isEqualTo(Source.CACHE);
        }

        /** Guards against: what another caller amended meanwhile is taken for what it has just retrieved. */
        @Test
        void signIn_shouldRetrieve_whenWhatIsKeptWasAmendedMeanwhile() {
            hexagon.signIn();
            hexagon.clock.advance(Duration.ofHours(1));
            hexagon.repairs.onceLookedUp(() -> {
                hexagon.cx.fail(CxCall.REPAIRS, down);
                cancel(THE_VISIT);
                hexagon.cx.heal();
            });

            CustomerView view = hexagon.signIn();

            assertThat(view.source()).isEqualTo(Source.LIVE);
            assertThat(view.retrievedAt()).isEqualTo(hexagon.clock.instant());
        }

        /** Guards against: of two nodes that amend one snapshot at once, one loses what the other one knows. */
        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void cancel_shouldShowItInStaleData_whenAnotherNodeAmendsThemMeanwhile(int lookUp) {
            RepairTarget another = new RepairTarget(new RepairReference("WO-2"));
            hexagon.cx.with(CONTACT, aRepair().withReference("WO-2").build());
            hexagon.signIn();
            hexagon.cx.fail(CxCall.REPAIRS, down);
            CxIntegration other = hexagon.anotherNode(() -> {});
            Runnable meanwhile = () -> assertThat(
                            recorded(other.cancelling().cancel(command(CONTACT, another, "", Optional.empty())))
                                    .outcome())
                    .isEqualTo(new CancellationOutcome.Cancelled());
            hexagon.repairs.onceLookedUp(lookUp == 1 ? meanwhile : () -> hexagon.repairs.onceLookedUp(meanwhile));

            cancel(THE_REPAIR);

            CustomerView view = hexagon.view();
            assertThat(view.source()).isEqualTo(Source.STALE);
            assertThat(view.repairs())
                    .hasSize(2)
                    .allSatisfy(repair ->
                            assertThat(repair.repair().status().master()).isEqualTo(MasterStatus.CANCELLED));
        }

        /** Guards against: data that an administrator has just made all nodes forget come back. */
        @Test
        void cancel_shouldNotBringBackWhatWasDropped_whenRefreshingFails() {
            hexagon.signIn();
            hexagon.cx.fail(CxCall.REPAIRS, down);
            hexagon.repairs.onceLookedUp(hexagon.repairs::dropAll);

            assertThat(recorded(cancel(THE_REPAIR)).outcome()).isEqualTo(new CancellationOutcome.Cancelled());

            assertThatThrownBy(hexagon::view).isSameAs(down);
        }

        @Test
        void cancel_shouldLetNothingBeServed_whenRefreshingFailsAndNothingWasKept() {
            hexagon.cx.fail(CxCall.REPAIRS, down);

            assertThat(recorded(cancel(THE_REPAIR)).outcome()).isEqualTo(new CancellationOutcome.Cancelled());
            assertThatThrownBy(hexagon::view).isSameAs(down);
        }
    }

    @Nested
    class Refused {
        @Test
        void cancel_shouldDecideOnLiveData_whenWorkStartedAfterTheSnapshotWasMade() {
            assertThat(hexagon.signIn().repairs().getFirst().cancellation().allowed())
                    .isTrue();
            hexagon.cx.change(REPAIR, MasterStatus.WORK_IN_PROGRESS);

            Recorded result = recorded(cancel(THE_REPAIR));

            assertThat(result.outcome()).isEqualTo(new CancellationOutcome.Refused(RefusalReason.WORK_STARTED));
            assertThat(result.message()).endsWith("Call us on 0300 000 0000.");
            assertThat(hexagon.cx.sentRepairCancellations()).isEmpty();
            assertThat(find(result).isOpen()).isFalse();
            assertThat(hexagon.view().repairs().getFirst().cancellation().allowed())
                    .isFalse();
        }

        @Test
        void cancel_shouldShowWhatItReadInStaleData_whenRefusedAndRefreshingFails() {
            hexagon.signIn();
            hexagon.cx.change(REPAIR, MasterStatus.WORK_IN_PROGRESS);
            hexagon.cx.fail(CxCall.REPAIRS, down);

            cancel(THE_REPAIR);

            CustomerView view = hexagon.view();
            assertThat(view.source()).isEqualTo(Source.STALE);
            assertThat(view.repairs().getFirst().repair().status().master()).isEqualTo(MasterStatus.WORK_IN_PROGRESS);
            assertThat(view.repairs().getFirst().cancellation().allowed()).isFalse();
        }

        @Test
        void cancel_shouldNameTheDeadline_whenItHasPassed() {
            hexagon.clock.set(Instant.parse("2026-12-09T00:00:00Z"));

            Recorded result = recorded(cancel(THE_REPAIR));

            assertThat(result.outcome()).isEqualTo(new CancellationOutcome.Refused(RefusalReason.NOTICE_TOO_SHORT));
            assertThat(result.cancelBy()).contains(Instant.parse("2026-12-09T00:00:00Z"));
        }

        @Test
        void cancel_shouldRecordWhenAndWhere_soThatPlannersKnow() {
            hexagon.clock.set(Instant.parse("2026-12-09T00:00:00Z"));

            assertThat(List.of(cancel(THE_VISIT), cancel(THE_REPAIR)))
                    .allSatisfy(result -> assertThat(find(recorded(result)).facts())
                            .isEqualTo(new TargetFacts(
                                    Optional.of(REPAIR), Optional.of(Instant.parse("2026-12-09T10:00:00Z")))));
        }

        @Test
        void cancel_shouldSayAlreadyCancelled_whenTheRecordSaysSo() {
            hexagon.cx.change(REPAIR, MasterStatus.CANCELLED);

            assertThat(recorded(cancel(THE_REPAIR)).outcome()).isEqualTo(new CancellationOutcome.AlreadyCancelled());
            assertThat(hexagon.cx.sentRepairCancellations()).isEmpty();
        }

        @Test
        void cancel_shouldFindNothing_whenTheRepairIsSomebodyElses() {
            hexagon.cx
                    .with(OTHER_CONTACT)
                    .with(
                            OTHER_CONTACT,
                            aRepair().withReference("WO-2").of(OTHER_CONTACT).build());

            assertThat(cancel(new RepairTarget(new RepairReference("WO-2"))))
                    .isEqualTo(new CancelResult.NothingToCancel());
        }

        @Test
        void cancel_shouldFindNothing_whenTheSingleRecordNamesNobodyAndTheListDoesNotHoldIt() {
            hexagon.cx
                    .with(OTHER_CONTACT)
                    .with(
                            OTHER_CONTACT,
                            aRepair().withReference("WO-2").ofNobody().build());

            assertThat(cancel(new RepairTarget(new RepairReference("WO-2"))))
                    .isEqualTo(new CancelResult.NothingToCancel());
        }

        @Test
        void cancel_shouldWork_whenTheSingleRecordNamesNobodyButTheListHoldsIt() {
            hexagon.cx.with(CONTACT, aRepair().withReference("WO-3").ofNobody().build());

            assertThat(recorded(cancel(new RepairTarget(new RepairReference("WO-3"))))
                            .outcome())
                    .isEqualTo(new CancellationOutcome.Cancelled());
        }

        @Test
        void cancel_shouldFindNothing_whenTheStartDateHidesIt() {
            saved(hexagon.integration
                    .administering()
                    .saveRepairs(ViewingRepairsTest.repairs("2026-11-21", "00:00"), ADMIN));

            assertThat(cancel(THE_REPAIR)).isEqualTo(new CancelResult.NothingToCancel());
            assertThat(cancel(THE_VISIT)).isEqualTo(new CancelResult.NothingToCancel());
        }

        /** Guards against: a refusal puts what it read back over what another node has found out since. */
        @Test
        void cancel_shouldLeaveWhatOthersHaveAmendedSince_whenItIsRefusedAndRefreshingFails() {
            hexagon.signIn();
            hexagon.cx.change(REPAIR, MasterStatus.WORK_IN_PROGRESS);
            hexagon.cx.fail(CxCall.REPAIRS, down);
            SnapshotKey key = new SnapshotKey(hexagon.settings.current().source(), CONTACT);
            hexagon.repairs.onceLookedUp(() -> hexagon.repairs.retrieveAnew(
                    key,
                    () -> hexagon.repairs
                            .find(key)
                            .orElseThrow()
                            .amendedBy(visible -> visible.afterCancelling(THE_VISIT))));

            assertThat(recorded(cancel(THE_REPAIR)).outcome())
                    .isEqualTo(new CancellationOutcome.Refused(RefusalReason.WORK_STARTED));

            assertThat(hexagon.view().repairs().getFirst().appointments())
                    .singleElement()
                    .satisfies(visit -> assertThat(visit.appointment().status().isCancelled())
                            .isTrue());
        }

        @Test
        void cancel_shouldFailAndRecordNothing_whenLiveDataCannotBeRead() {
            hexagon.signIn();
            hexagon.cx.fail(CxCall.REPAIR, down);

            assertThatThrownBy(() -> cancel(THE_REPAIR)).isSameAs(down);
            assertThat(hexagon.cancellations.list(Optional.empty(), Optional.empty(), 10))
                    .isEmpty();
        }

        @Test
        void cancel_shouldDoNothing_whenTheAttemptCannotBeStored() {
            hexagon.cancellations.goAway();

            assertThatThrownBy(() -> cancel(THE_REPAIR)).isInstanceOf(StoreUnavailable.class);
            assertThat(hexagon.cx.sentRepairCancellations()).isEmpty();
        }

        /** An attempt without its key would be made a second time by a repeat. */
        @Test
        void cancel_shouldDoNothing_whenItsKeyCannotBeStored() {
            CancelCommand command = command(CONTACT, THE_REPAIR, "", Optional.of(new IdempotencyKey("key-1")));
            CxIntegration node = hexagon.anotherNode(() -> hexagon.answers.goAway());

            assertThatThrownBy(() -> node.cancelling().cancel(command)).isInstanceOf(StoreUnavailable.class);
            hexagon.answers.comeBack();

            assertThat(hexagon.cx.sentRepairCancellations()).isEmpty();
            assertThat(hexagon.cancellations.openOf(CONTACT)).isEmpty();
            assertThat(recorded(hexagon.integration.cancelling().cancel(command))
                            .outcome())
                    .isEqualTo(new CancellationOutcome.Cancelled());
        }

        @Test
        void cancel_shouldNotServe_whenTheIntegrationIsDisabled() {
            saved(hexagon.integration
                    .administering()
                    .saveConnection(TestHexagon.draft(false, ACCESS.connection()), ADMIN));

            assertThat(cancel(THE_REPAIR)).isEqualTo(new CancelResult.NotServing(Readiness.DISABLED));
        }
    }

    /** Row L10. */
    @Nested
    class Limit {
        private final CancellationTarget gone = new AppointmentTarget(new AppointmentId("APP-9"));

        private void refuseThirty() {
            hexagon.cx.with(CONTACT, anInspection().inStatus("Cancelled").build());
            for (int attempt = 0; attempt < 30; attempt++) {
                hexagon.clock.advance(Duration.ofSeconds(1));
                assertThat(recorded(cancel(gone)).outcome()).isEqualTo(new CancellationOutcome.AlreadyCancelled());
            }
        }

        @Test
        void cancel_shouldReadAndRecordNothing_whenThirtyAttemptsWereMadeWithinAMinute() {
            refuseThirty();
            int calls = hexagon.cx.calls(CxCall.APPOINTMENTS);
            hexagon.clock.advance(Duration.ofSeconds(10));

            assertThat(cancel(THE_REPAIR)).isEqualTo(new CancelResult.TooMany(Duration.ofSeconds(21)));

            assertThat(hexagon.cx.calls(CxCall.APPOINTMENTS)).isEqualTo(calls);
            assertThat(hexagon.cancellations.list(Optional.empty(), Optional.empty(), 99))
                    .hasSize(30);
        }

        @Test
        void cancel_shouldWorkAgain_whenTheFirstOfThirtyIsAMinuteAgo() {
            refuseThirty();
            hexagon.clock.advance(Duration.ofSeconds(31));

            assertThat(recorded(cancel(THE_REPAIR)).outcome()).isEqualTo(new CancellationOutcome.Cancelled());
        }

        @Test
        void cancel_shouldCountEachCustomerAlone_whenAnotherOneHasTriedTooOften() {
            refuseThirty();
            hexagon.cx
                    .with(OTHER_CONTACT)
                    .with(
                            OTHER_CONTACT,
                            aRepair().withReference("WO-2").of(OTHER_CONTACT).build());

            CancelResult result = hexagon.integration
                    .cancelling()
                    .cancel(command(
                            OTHER_CONTACT, new RepairTarget(new RepairReference("WO-2")), "", Optional.empty()));

            assertThat(recorded(result).outcome()).isEqualTo(new CancellationOutcome.Cancelled());
        }

        @Test
        void cancel_shouldAnswerARepeat_whenItsKeyIsKnown() {
            IdempotencyKey key = new IdempotencyKey("key-1");
            CancelResult first = cancel(THE_REPAIR, "", key);
            hexagon.clock.advance(Duration.ofMinutes(1));
            refuseThirty();

            assertThat(cancel(THE_REPAIR, "", key)).isEqualTo(first);
        }

        @Test
        void cancel_shouldJoinTheOpenAttempt_whenThirtyOthersWereMade() {
            hexagon.cx.failOnce(CxCall.CANCEL_REPAIR, lost);
            Recorded open = recorded(cancel(THE_REPAIR));
            hexagon.clock.advance(Duration.ofMinutes(1));
            refuseThirty();

            assertThat(recorded(cancel(THE_REPAIR)).id()).isEqualTo(open.id());
        }
    }

    @Nested
    class RefusedByCx {
        /** Guards against: a refusal that comes quietly in the body is taken for success. */
        @Test
        void cancel_shouldPassOnTheMessage_whenCxDeclines() {
            hexagon.cx.before(CxCall.CANCEL_REPAIR, () -> hexagon.cx.change(REPAIR, MasterStatus.COMPLETE));

            Recorded result = recorded(cancel(THE_REPAIR));

            assertThat(result.outcome()).isEqualTo(new CancellationOutcome.RefusedByCx("The order is Complete"));
            assertThat(find(result).isOpen()).isFalse();
        }

        @Test
        void cancel_shouldSayAlreadyCancelled_whenCxDeclinesBecauseSomebodyWasFaster() {
            hexagon.cx.before(CxCall.CANCEL_REPAIR, () -> hexagon.cx.change(REPAIR, MasterStatus.CANCELLED));

            assertThat(recorded(cancel(THE_REPAIR)).outcome()).isEqualTo(new CancellationOutcome.AlreadyCancelled());
        }

        @Test
        void cancel_shouldBeRefused_whenTheCxUserMayNotCancel() {
            hexagon.cx.fail(CxCall.CANCEL_REPAIR, new CxFault.NoApiPermission("the Cx user may not cancel"));

            assertThat(recorded(cancel(THE_REPAIR)).outcome()).isEqualTo(new CancellationOutcome.RefusedByCx(""));
        }
    }

    @Nested
    class AnswerLost {
        @Test
        void cancel_shouldSayCancelled_whenTheRecordShowsIt() {
            hexagon.cx.loseAnswer(CxCall.CANCEL_REPAIR, lost);

            hexagon.signIn();

            assertThat(recorded(cancel(THE_REPAIR)).outcome()).isEqualTo(new CancellationOutcome.Cancelled());
            assertThat(hexagon.cx.sentRepairCancellations()).hasSize(1);
            assertThat(hexagon.view().repairs().getFirst().cancellation().allowed())
                    .isFalse();
        }

        @Test
        void cancel_shouldSayUnknown_whenTheRecordDoesNotShowItYet() {
            hexagon.cx.failOnce(CxCall.CANCEL_REPAIR, lost);

            Recorded result = recorded(cancel(THE_REPAIR));

            assertThat(result.outcome()).isEqualTo(new CancellationOutcome.Unknown());
            assertThat(result.message()).startsWith("We are checking with your landlord");
            assertThat(find(result).isOpen()).isTrue();
        }

        @Test
        void cancel_shouldSayUnknown_whenTheRecordCannotBeReadEither() {
            hexagon.cx.loseAnswer(CxCall.CANCEL_REPAIR, lost);
            hexagon.cx.before(CxCall.CANCEL_REPAIR, () -> hexagon.cx.fail(CxCall.REPAIR, down));

            assertThat(recorded(cancel(THE_REPAIR)).outcome()).isEqualTo(new CancellationOutcome.Unknown());
        }

        @Test
        void cancel_shouldSayUnknown_whenCxSaysDoneButTheRecordContradicts() {
            CallGate gate = hexagon.cx.hold(CxCall.REPAIRS);
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                CompletableFuture<CancelResult> attempt =
                        CompletableFuture.supplyAsync(() -> cancel(THE_REPAIR), executor);
                gate.awaitArrivals(1);
                hexagon.cx.change(REPAIR, MasterStatus.ISSUED);
                gate.open();
                assertThat(recorded(attempt.join()).outcome()).isEqualTo(new CancellationOutcome.Unknown());
            }
        }

        @Test
        void cancel_shouldSayUnknownAndCloseLater_whenTheOutcomeCannotBeStored() {
            hexagon.cx.before(CxCall.CANCEL_REPAIR, hexagon.cancellations::goAway);

            Recorded result = recorded(cancel(THE_REPAIR));
            assertThat(result.outcome()).isEqualTo(new CancellationOutcome.Unknown());

            hexagon.cancellations.comeBack();
            hexagon.clock.advance(Duration.ofSeconds(5));
            assertThat(hexagon.integration.resolving().resolveDue()).isEqualTo(1);
            assertThat(find(result).outcome()).isEqualTo(new CancellationOutcome.Cancelled());
            assertThat(hexagon.cx.sentRepairCancellations()).hasSize(1);
        }

        /** Guards against: what another node found out in the meantime is overwritten. */
        @Test
        void cancel_shouldAnswerWhatIsRecorded_whenSomebodyElseClosedTheAttemptFirst() {
            hexagon.cx.before(
                    CxCall.CANCEL_REPAIR,
                    () -> hexagon.cancellations
                            .findOpen(CxSite.of(ACCESS), THE_REPAIR)
                            .ifPresent(open -> hexagon.cancellations.close(
                                    open.id(), new CancellationOutcome.AlreadyCancelled(), hexagon.clock.instant())));

            assertThat(recorded(cancel(THE_REPAIR)).outcome()).isEqualTo(new CancellationOutcome.AlreadyCancelled());
        }

        @Test
        void cancel_shouldAnswerAllTheSame_whenTheAnswerCannotBeRemembered() {
            hexagon.cx.before(CxCall.REPAIRS, hexagon.answers::goAway);

            assertThat(recorded(cancel(THE_REPAIR, "", new IdempotencyKey("k"))).outcome())
                    .isEqualTo(new CancellationOutcome.Cancelled());
            assertThat(hexagon.observations).contains(new Observation.AnswerNotStored());
        }

        @Test
        void cancel_shouldFindNothing_whenTheOpenAttemptIsSomebodyElses() {
            hexagon.cx.failOnce(CxCall.CANCEL_REPAIR, lost);
            cancel(THE_REPAIR);

            assertThat(hexagon.integration
                            .cancelling()
                            .cancel(command(OTHER_CONTACT, THE_REPAIR, "", Optional.empty())))
                    .isEqualTo(new CancelResult.NothingToCancel());
        }

        @Test
        void cancel_shouldJoinTheOpenAttempt_whenTheCustomerClicksAgain() {
            hexagon.cx.failOnce(CxCall.CANCEL_REPAIR, lost);
            Recorded first = recorded(cancel(THE_REPAIR));

            Recorded second = recorded(cancel(THE_REPAIR));

            assertThat(second.id()).isEqualTo(first.id());
            assertThat(second.outcome()).isEqualTo(new CancellationOutcome.Unknown());
            assertThat(hexagon.cx.sentRepairCancellations()).hasSize(1);
        }
    }

    @Nested
    class EveryFault {
        static Stream<Arguments> faults() {
            CancellationOutcome unknown = new CancellationOutcome.Unknown();
            return Stream.of(
                    Arguments.of(new CxFault.Unreachable("reset"), unknown),
                    Arguments.of(new CxFault.TimedOut("late"), unknown),
                    Arguments.of(new CxFault.TlsFailed("expired"), unknown),
                    Arguments.of(new CxFault.AddressForbidden("private"), unknown),
                    Arguments.of(new CxFault.AddressNotWhitelisted("403"), unknown),
                    Arguments.of(new CxFault.CredentialsRejected("401"), unknown),
                    Arguments.of(new CxFault.Throttled("429", Optional.empty()), unknown),
                    Arguments.of(new CxFault.Unavailable("503", Optional.empty()), unknown),
                    Arguments.of(new CxFault.ContractBroken("HTML"), unknown),
                    Arguments.of(new CxFault.Busy("16 calls", Duration.ofSeconds(2)), unknown),
                    Arguments.of(
                            new CxFault.NoApiPermission("may not cancel"), new CancellationOutcome.RefusedByCx("")),
                    Arguments.of(new CxFault.NotFound("no such"), new CancellationOutcome.RefusedByCx("")),
                    Arguments.of(new CxFault.Refused("400"), new CancellationOutcome.RefusedByCx("")));
        }

        @ParameterizedTest
        @MethodSource("faults")
        void cancel_shouldPromiseNothingItDoesNotKnow_whenTheCallEndsIn(CxFault fault, CancellationOutcome expected) {
            hexagon.cx.failOnce(CxCall.CANCEL_REPAIR, fault);

            Recorded result = recorded(cancel(THE_REPAIR));

            assertThat(result.outcome()).isEqualTo(expected);
            assertThat(find(result).outcome()).isEqualTo(expected);
            assertThat(result.message()).doesNotContain(fault.detail());
            assertThat(hexagon.observations)
                    .contains(new Observation.CxFailed(hexagon.clock.instant(), Observation.Part.REPAIRS, fault));
            assertThat(hexagon.cx.sentRepairCancellations()).hasSize(1);
        }
    }

    @Nested
    class Background {
        @Test
        void resolve_shouldFindItCancelled_whenCxActedLate() {
            hexagon.cx.failOnce(CxCall.CANCEL_REPAIR, lost);
            Recorded result = recorded(cancel(THE_REPAIR));
            hexagon.cx.change(REPAIR, MasterStatus.CANCELLED);

            hexagon.clock.advance(Duration.ofSeconds(5));

            assertThat(hexagon.integration.resolving().resolveDue()).isEqualTo(1);
            assertThat(find(result).outcome()).isEqualTo(new CancellationOutcome.Cancelled());
        }

        /** Guards against: the list shows a cancelled repair as cancellable until the snapshot is due. */
        @Test
        void resolve_shouldShowItInTheList_whenItIsFoundCancelled() {
            hexagon.signIn();
            hexagon.cx.failOnce(CxCall.CANCEL_REPAIR, lost);
            cancel(THE_REPAIR);
            hexagon.cx.change(REPAIR, MasterStatus.CANCELLED);
            assertThat(hexagon.view().repairs().getFirst().cancellation().allowed())
                    .isTrue();

            hexagon.clock.advance(Duration.ofSeconds(5));
            hexagon.integration.resolving().resolveDue();

            CustomerView view = hexagon.view();
            assertThat(view.source()).isEqualTo(Source.CACHE);
            assertThat(view.repairs().getFirst().cancellation().allowed()).isFalse();
        }

        /** Guards against: what is read of a former company is kept as data of the present one. */
        @Test
        void resolve_shouldNotTouchSnapshots_whenTheAttemptWasMadeInAnotherCompany() {
            hexagon.cx.with(OTHER_COMPANY).failOnce(CxCall.CANCEL_REPAIR, lost);
            Recorded result = recorded(cancel(THE_REPAIR));
            saved(hexagon.integration.administering().selectCompany(Optional.of("2"), ADMIN));
            hexagon.cx.change(REPAIR, MasterStatus.CANCELLED);

            hexagon.clock.advance(Duration.ofSeconds(5));

            assertThat(hexagon.integration.resolving().resolveDue()).isEqualTo(1);
            assertThat(find(result).outcome()).isEqualTo(new CancellationOutcome.Cancelled());
            assertThat(hexagon.repairs.held(hexagon.settings.current().source()))
                    .isEmpty();
        }

        @Test
        void resolve_shouldNotSendAgain_whenTheSendMayStillTakeEffect() {
            hexagon.cx.failOnce(CxCall.CANCEL_REPAIR, lost);
            cancel(THE_REPAIR);

            hexagon.clock.advance(Duration.ofSeconds(30).minusNanos(1000));

            assertThat(hexagon.integration.resolving().resolveDue()).isZero();
            assertThat(hexagon.cx.sentRepairCancellations()).hasSize(1);
        }

        /** Guards against: one customer with many requests keeps the background from everybody else's attempts. */
        @Test
        void resolve_shouldNotWaitForACustomerWhoIsCancelling_andLookAgainSoon() {
            hexagon.cx.failOnce(CxCall.CANCEL_REPAIR, lost);
            Recorded open = recorded(cancel(THE_REPAIR));
            hexagon.cx.change(REPAIR, MasterStatus.CANCELLED);
            hexagon.cx.with(CONTACT, anInspection().build());
            hexagon.clock.advance(Duration.ofSeconds(5));
            CallGate gate = hexagon.cx.hold(CxCall.CANCEL_APPOINTMENT);
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                var cancelling = executor.submit(() -> cancel(new AppointmentTarget(new AppointmentId("APP-9"))));
                gate.awaitArrivals(1);

                assertThat(hexagon.integration.resolving().resolveDue()).isZero();
                assertThat(cancelling).isNotDone();

                gate.open();
            }
            hexagon.clock.advance(Duration.ofSeconds(2));
            assertThat(hexagon.integration.resolving().resolveDue()).isEqualTo(1);
            assertThat(find(open).outcome()).isEqualTo(new CancellationOutcome.Cancelled());
        }

        /** Guards against: the background refuses by its rule what a customer's click has just sent again. */
        @Test
        void resolve_shouldNotRefuse_whenItWasSentAgainMeanwhile() {
            hexagon.cx.failOnce(CxCall.CANCEL_REPAIR, lost);
            Recorded open = recorded(cancel(THE_REPAIR));
            hexagon.clock.advance(Duration.ofSeconds(30));
            hexagon.cx.before(CxCall.REPAIR, () -> {
                hexagon.cancellations.noteSend(open.id(), 1, hexagon.clock.instant());
                hexagon.clock.set(Instant.parse("2026-12-09T10:00:00Z"));
            });

            hexagon.integration.resolving().resolveDue();

            assertThat(find(open).isOpen()).isTrue();
        }

        /** Guards against: a slow answer of Cx, older than it looks, is taken for proof that the send came to nothing. */
        @Test
        void resolve_shouldNotSendAgain_whenCxWasAskedBeforeTheSendHadSettled() {
            hexagon.cx.failOnce(CxCall.CANCEL_REPAIR, lost);
            cancel(THE_REPAIR);
            hexagon.clock.advance(Duration.ofSeconds(22));
            hexagon.cx.before(CxCall.REPAIR, () -> hexagon.clock.advance(Duration.ofSeconds(9)));

            assertThat(hexagon.integration.resolving().resolveDue()).isZero();
            assertThat(hexagon.cx.sentRepairCancellations()).hasSize(1);
        }

        /** Guards against: a second send that Cx declines, perhaps because the first took effect, is taken for a no. */
        @Test
        void resolve_shouldStayUnknown_whenASecondSendIsDeclinedAndTheRecordCannotBeRead() {
            hexagon.cx.failOnce(CxCall.CANCEL_REPAIR, lost);
            Recorded result = recorded(cancel(THE_REPAIR));
            hexagon.clock.advance(Duration.ofSeconds(30));
            hexagon.cx.before(CxCall.CANCEL_REPAIR, () -> {
                hexagon.cx.change(REPAIR, MasterStatus.CANCELLED);
                hexagon.cx.fail(CxCall.REPAIR, down);
            });

            hexagon.integration.resolving().resolveDue();

            assertThat(hexagon.cx.sentRepairCancellations()).hasSize(2);
            assertThat(find(result).isOpen()).isTrue();
        }

        @Test
        void resolve_shouldSendAgain_whenTheSendHasProvedToHaveComeToNothing() {
            hexagon.cx.failOnce(CxCall.CANCEL_REPAIR, lost);
            Recorded result = recorded(cancel(THE_REPAIR));

            hexagon.clock.advance(Duration.ofSeconds(30));

            assertThat(hexagon.integration.resolving().resolveDue()).isEqualTo(1);
            assertThat(find(result).outcome()).isEqualTo(new CancellationOutcome.Cancelled());
            assertThat(find(result).sends()).isEqualTo(2);
            assertThat(hexagon.cx.sentRepairCancellations()).hasSize(2);
        }

        @Test
        void resolve_shouldRefuse_whenThePolicyNoLongerAllowsIt() {
            hexagon.cx.failOnce(CxCall.CANCEL_REPAIR, lost);
            Recorded result = recorded(cancel(THE_REPAIR));
            hexagon.cx.change(REPAIR, MasterStatus.WORK_IN_PROGRESS);

            hexagon.clock.advance(Duration.ofSeconds(30));
            hexagon.integration.resolving().resolveDue();

            assertThat(find(result).outcome()).isEqualTo(new CancellationOutcome.Refused(RefusalReason.WORK_STARTED));
            assertThat(hexagon.cx.sentRepairCancellations()).hasSize(1);
        }

        @Test
        void resolve_shouldSendThreeTimesAtMostAndStayOpen_whenEverySendComesToNothing() {
            hexagon.cx.fail(CxCall.CANCEL_REPAIR, lost);
            Recorded result = recorded(cancel(THE_REPAIR));

            for (int i = 0; i < 8; i++) {
                hexagon.clock.advance(Duration.ofMinutes(6));
                hexagon.integration.resolving().resolveDue();
            }

            assertThat(hexagon.cx.sentRepairCancellations()).hasSize(3);
            assertThat(find(result).isOpen()).isTrue();
        }

        @Test
        void resolve_shouldCallItCancelled_whenASecondSendIsDeclinedBecauseTheFirstTookEffect() {
            hexagon.cx.failOnce(CxCall.CANCEL_REPAIR, lost);
            Recorded result = recorded(cancel(THE_REPAIR));
            hexagon.cx.before(CxCall.CANCEL_REPAIR, () -> hexagon.cx.change(REPAIR, MasterStatus.CANCELLED));

            hexagon.clock.advance(Duration.ofSeconds(30));
            hexagon.integration.resolving().resolveDue();

            assertThat(find(result).outcome()).isEqualTo(new CancellationOutcome.Cancelled());
        }

        /** Guards against: a node that was frozen sends after another one has taken its send for lost and sent again. */
        @ParameterizedTest
        @CsvSource({"15000, 1", "15001, 0"})
        void cancel_shouldNotSend_whenItWasFrozenSinceItNotedTheSend(int frozenMillis, int sends) {
            hexagon.cancellations.onceNoted(() -> hexagon.clock.advance(Duration.ofMillis(frozenMillis)));

            Recorded result = recorded(cancel(THE_REPAIR));

            assertThat(hexagon.cx.sentRepairCancellations()).hasSize(sends);
            assertThat(result.outcome().isFinal()).isEqualTo(sends == 1);
            assertThat(find(result).isOpen()).isEqualTo(sends == 0);
        }

        @Test
        void resolve_shouldSendOnce_whenTheFirstSendAndTheSecondWereNotedOnlyAndTheThirdIsInTime() {
            hexagon.cancellations.onceNoted(() -> hexagon.clock.advance(Duration.ofSeconds(16)));
            Recorded result = recorded(cancel(THE_REPAIR));
            hexagon.clock.advance(Duration.ofSeconds(30));
            hexagon.cancellations.onceNoted(() -> hexagon.clock.advance(Duration.ofSeconds(16)));
            assertThat(hexagon.integration.resolving().resolveDue()).isZero();
            assertThat(hexagon.cx.sentRepairCancellations()).isEmpty();

            hexagon.clock.advance(Duration.ofSeconds(30));

            assertThat(hexagon.integration.resolving().resolveDue()).isEqualTo(1);
            assertThat(find(result).outcome()).isEqualTo(new CancellationOutcome.Cancelled());
            assertThat(find(result).sends()).isEqualTo(3);
            assertThat(hexagon.cx.sentRepairCancellations()).hasSize(1);
        }

        /** Guards against: a lease of a minute ends while the calls that it covers may still take longer. */
        @ParameterizedTest
        @CsvSource({"30, 90", "100, 300"})
        void resolve_shouldLeaseForThreeSettlingTimes_whenCallsMayTakeLong(int settleSeconds, int leaseSeconds) {
            try (TestHexagon slow = new TestHexagon(new Limits(
                    Limits.DEFAULT.maxStale(),
                    Duration.ofSeconds(settleSeconds),
                    List.of(),
                    Limits.DEFAULT.attention()))) {
                slow.connected()
                        .cx
                        .with(CONTACT, aRepair().with(anAppointment()).build());
                slow.cx.failOnce(CxCall.CANCEL_REPAIR, lost);
                slow.integration.cancelling().cancel(command(CONTACT, THE_REPAIR, "", Optional.empty()));
                slow.clock.advance(Duration.ofSeconds(5));
                CallGate gate = slow.cx.hold(CxCall.REPAIR);
                try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                    CompletableFuture<Integer> check =
                            CompletableFuture.supplyAsync(slow.integration.resolving()::resolveDue, executor);
                    gate.awaitArrivals(1);
                    Instant claimed = slow.clock.instant();

                    assertThat(slow.cancellations.claimDue(
                                    claimed.plusSeconds(leaseSeconds).minusMillis(1), Instant.MAX, 1))
                            .isEmpty();
                    assertThat(slow.cancellations.claimDue(claimed.plusSeconds(leaseSeconds), claimed, 1))
                            .hasSize(1);
                    gate.open();
                    assertThat(check.join()).isZero();
                }
            }
        }

        /** Found by the soak: after four minutes of trouble an attempt was not looked at for another four, with Cx back. */
        @Test
        void resolve_shouldLookTwiceAMinuteForTenMinutes_thenLessOften_whenTheRecordStaysUnreadable() {
            hexagon.cx.failOnce(CxCall.CANCEL_REPAIR, lost);
            hexagon.cx.before(CxCall.CANCEL_REPAIR, () -> hexagon.cx.fail(CxCall.REPAIR, down));
            cancel(THE_REPAIR);

            List<Integer> pauses = secondsBetweenChecks();

            assertThat(pauses).startsWith(5, 2, 4, 8, 16, 30, 30);
            assertThat(pauses.subList(5, pauses.size() - 4)).containsOnly(30);
            assertThat(pauses).endsWith(30, 300, 300, 300);
            assertThat(pauses.subList(0, pauses.size() - 3).stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isBetween(600, 630);
        }

        private List<Integer> secondsBetweenChecks() {
            List<Integer> pauses = new ArrayList<>();
            int reads = hexagon.cx.calls(CxCall.REPAIR);
            int pause = 0;
            for (long second = 0; second < Duration.ofMinutes(30).toSeconds(); second++) {
                hexagon.clock.advance(Duration.ofSeconds(1));
                pause++;
                hexagon.integration.resolving().resolveDue();
                if (hexagon.cx.calls(CxCall.REPAIR) > reads) {
                    reads = hexagon.cx.calls(CxCall.REPAIR);
                    pauses.add(pause);
                    pause = 0;
                }
            }
            return pauses;
        }

        @Test
        void resolve_shouldLeaveItOpen_whenTheInstanceIsNowConnectedElsewhere() {
            hexagon.cx.failOnce(CxCall.CANCEL_REPAIR, lost);
            Recorded result = recorded(cancel(THE_REPAIR));
            saved(hexagon.integration
                    .administering()
                    .saveConnection(TestHexagon.draft(false, ACCESS.connection()), ADMIN));

            hexagon.clock.advance(Duration.ofMinutes(1));
            int reads = hexagon.cx.calls(CxCall.REPAIR);

            assertThat(hexagon.integration.resolving().resolveDue()).isZero();
            assertThat(hexagon.cx.calls(CxCall.REPAIR)).isEqualTo(reads);
            assertThat(find(result).isOpen()).isTrue();
        }
    }

    @Nested
    class Repeats {
        private final IdempotencyKey key = new IdempotencyKey("k-1");

        @Test
        void cancel_shouldCallCxOnce_whenEightClicksComeAtOnce() {
            CallGate gate = hexagon.cx.hold(CxCall.CANCEL_REPAIR);
            List<CompletableFuture<CancelResult>> clicks = new ArrayList<>();
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 8; i++) {
                    clicks.add(CompletableFuture.supplyAsync(() -> cancel(THE_REPAIR), executor));
                }
                gate.awaitArrivals(1);
                gate.open();
            }

            assertThat(hexagon.cx.sentRepairCancellations()).hasSize(1);
            assertThat(clicks)
                    .extracting(click -> recorded(click.join()).outcome().code())
                    .containsOnly("CANCELLED", "ALREADY_CANCELLED")
                    .containsOnlyOnce("CANCELLED");
        }

        @Test
        void cancel_shouldGiveTheSameAnswer_whenTheKeyIsRepeated() {
            Recorded first = recorded(cancel(THE_REPAIR, "", key));
            Recorded second = recorded(cancel(THE_REPAIR, "", key));

            assertThat(second).isEqualTo(first);
            assertThat(hexagon.cancellations.list(Optional.empty(), Optional.empty(), 10))
                    .hasSize(1);
        }

        /** Found by the soak: the second node found the repair cancelled, and answered with an attempt of its own. */
        @Test
        void cancel_shouldGiveTheSameAnswer_whenAnotherNodeCancelsBeforeWeRead() {
            CxIntegration other = hexagon.anotherNode(() -> {});
            CancelCommand command = command(CONTACT, THE_REPAIR, "", Optional.of(key));
            List<Recorded> first = new ArrayList<>();
            AtomicBoolean once = new AtomicBoolean();
            hexagon.cx.before(CxCall.REPAIR, () -> {
                if (once.compareAndSet(false, true)) {
                    first.add(recorded(hexagon.integration.cancelling().cancel(command)));
                }
            });

            Recorded second = recorded(other.cancelling().cancel(command));

            assertThat(first).containsExactly(second);
            assertThat(second.outcome()).isEqualTo(new CancellationOutcome.Cancelled());
            assertThat(recorded(other.cancelling().cancel(command))).isEqualTo(second);
            assertThat(hexagon.cx.sentRepairCancellations()).hasSize(1);
        }

        /** The same, when the second node has read that the repair can be cancelled: it need not call Cx. */
        @Test
        void cancel_shouldGiveTheSameAnswerAndNotSend_whenAnotherNodeCancelsAfterWeRead() {
            CancelCommand command = command(CONTACT, THE_REPAIR, "", Optional.of(key));
            List<Recorded> first = new ArrayList<>();
            CxIntegration other = hexagon.anotherNode(() -> {
                if (first.isEmpty()) {
                    first.add(recorded(hexagon.integration.cancelling().cancel(command)));
                }
            });

            Recorded second = recorded(other.cancelling().cancel(command));

            assertThat(first).containsExactly(second);
            assertThat(hexagon.cx.sentRepairCancellations()).hasSize(1);
            assertThat(hexagon.cancellations.list(Optional.empty(), Optional.empty(), 10))
                    .singleElement()
                    .satisfies(attempt -> assertThat(attempt.id()).isEqualTo(second.id()));
        }

        @Test
        void cancel_shouldGiveTheSameAnswerAndNotSend_whenAnotherNodeWasDeclinedAfterWeRead() {
            CancelCommand command = command(CONTACT, THE_REPAIR, "", Optional.of(key));
            List<Recorded> first = new ArrayList<>();
            hexagon.cx.failOnce(CxCall.CANCEL_REPAIR, new CxFault.NoApiPermission("no"));
            CxIntegration other = hexagon.anotherNode(
                    () -> first.add(recorded(hexagon.integration.cancelling().cancel(command))));

            Recorded second = recorded(other.cancelling().cancel(command));

            assertThat(first).containsExactly(second);
            assertThat(second.outcome()).isEqualTo(new CancellationOutcome.RefusedByCx(""));
            assertThat(hexagon.cx.sentRepairCancellations()).hasSize(1);
            assertThat(hexagon.cancellations.openOf(CONTACT)).isEmpty();
        }

        /** Guards against: one key makes two attempts because two nodes get its two requests at once. */
        @Test
        void cancel_shouldRefuseTheKeyAndNotSend_whenAnotherNodeTakesItForAnotherRequest() {
            List<Recorded> first = new ArrayList<>();
            CxIntegration other = hexagon.anotherNode(() -> {
                if (first.isEmpty()) {
                    first.add(recorded(hexagon.integration
                            .cancelling()
                            .cancel(command(CONTACT, THE_REPAIR, "", Optional.of(key)))));
                }
            });

            CancelResult second = other.cancelling().cancel(command(CONTACT, THE_VISIT, "", Optional.of(key)));

            assertThat(second).isEqualTo(new CancelResult.KeyReused());
            assertThat(hexagon.cx.sentRepairCancellations()).hasSize(1);
            assertThat(hexagon.cancellations.list(Optional.empty(), Optional.empty(), 10))
                    .extracting(CancellationAttempt::id)
                    .containsExactly(first.getFirst().id());
            assertThat(recorded(other.cancelling().cancel(command(CONTACT, THE_REPAIR, "", Optional.of(key)))))
                    .isEqualTo(first.getFirst());
        }

        /** The other node comes after the key was looked up, and before the open attempt is: this one joins it. */
        @Test
        void cancel_shouldRefuseTheKey_whenItJoinsAnAttemptThatAnotherRequestHasMadeWithIt() {
            CxIntegration other = hexagon.anotherNode(() -> {});
            hexagon.cx.failOnce(CxCall.CANCEL_REPAIR, lost);
            hexagon.cx.fail(CxCall.REPAIRS, down);
            List<Recorded> first = new ArrayList<>();
            hexagon.answers.onceFound(() -> first.add(recorded(
                    other.cancelling().cancel(command(CONTACT, THE_REPAIR, "another note", Optional.of(key))))));

            CancelResult second = cancel(THE_REPAIR, "", key);

            assertThat(second).isEqualTo(new CancelResult.KeyReused());
            assertThat(first)
                    .singleElement()
                    .satisfies(told -> assertThat(told.outcome()).isEqualTo(new CancellationOutcome.Unknown()));
        }

        @Test
        void cancel_shouldRefuseTheKey_whenItJoinsOneAttemptAndItsKeyHasMadeAnother() {
            CxIntegration other = hexagon.anotherNode(() -> {});
            hexagon.cx.failOnce(CxCall.CANCEL_REPAIR, lost);
            hexagon.cx.fail(CxCall.REPAIRS, down);
            cancel(THE_REPAIR);
            hexagon.answers.onceFound(
                    () -> recorded(other.cancelling().cancel(command(CONTACT, THE_VISIT, "", Optional.of(key)))));

            assertThat(cancel(THE_REPAIR, "", key)).isEqualTo(new CancelResult.KeyReused());
        }

        /** Found by the soak: the second send was declined, its answer lost, and the repair found cancelled. */
        @Test
        void cancel_shouldNotTakeAnotherNodesCancellationForItsOwn_whenThatCameAfterWeRead() {
            List<Recorded> first = new ArrayList<>();
            CxIntegration other = hexagon.anotherNode(() -> {
                if (first.isEmpty()) {
                    first.add(recorded(hexagon.integration
                            .cancelling()
                            .cancel(command(CONTACT, THE_REPAIR, "", Optional.empty()))));
                    hexagon.cx.failOnce(CxCall.CANCEL_REPAIR, lost);
                }
            });

            Recorded second = recorded(other.cancelling().cancel(command(CONTACT, THE_REPAIR, "", Optional.empty())));

            assertThat(first.getFirst().outcome()).isEqualTo(new CancellationOutcome.Cancelled());
            assertThat(second.outcome()).isEqualTo(new CancellationOutcome.AlreadyCancelled());
            assertThat(hexagon.cx.sentRepairCancellations()).hasSize(1);
            assertThat(hexagon.cancellations.openOf(CONTACT)).isEmpty();
        }

        /** Found by the soak: a repeat that came meanwhile was told UNKNOWN, and so was everybody after it. */
        @Test
        void cancel_shouldNotTakeTheOutcomeBack_whenARepeatCameWhileItWasUnderWay() {
            CancelCommand command = command(CONTACT, THE_REPAIR, "", Optional.of(key));
            CxIntegration other = hexagon.anotherNode(() -> {});
            List<Recorded> meanwhile = new ArrayList<>();
            hexagon.cx.before(
                    CxCall.CANCEL_REPAIR,
                    () -> meanwhile.add(recorded(other.cancelling().cancel(command))));

            Recorded answer = recorded(hexagon.integration.cancelling().cancel(command));

            assertThat(answer.outcome()).isEqualTo(new CancellationOutcome.Cancelled());
            assertThat(meanwhile)
                    .singleElement()
                    .satisfies(told -> assertThat(told.outcome()).isEqualTo(new CancellationOutcome.Unknown()));
            assertThat(recorded(other.cancelling().cancel(command))).isEqualTo(answer);
        }

        @Test
        void cancel_shouldGiveTheSameAnswer_whenTheOutcomeHasChangedSince() {
            hexagon.cx.failOnce(CxCall.CANCEL_REPAIR, lost);
            Recorded first = recorded(cancel(THE_REPAIR, "", key));
            hexagon.clock.advance(Duration.ofSeconds(30));
            hexagon.integration.resolving().resolveDue();

            assertThat(find(first).outcome()).isEqualTo(new CancellationOutcome.Cancelled());
            assertThat(recorded(cancel(THE_REPAIR, "", key))).isEqualTo(first);
        }

        @Test
        void cancel_shouldRefuseTheKey_whenTheContentDiffers() {
            cancel(THE_REPAIR, "", key);

            assertThat(cancel(THE_REPAIR, "another note", key)).isEqualTo(new CancelResult.KeyReused());
            assertThat(cancel(THE_VISIT, "", key)).isEqualTo(new CancelResult.KeyReused());
        }

        @Test
        void cancel_shouldTakeTheKeyAsNew_whenADayHasPassed() {
            Recorded first = recorded(cancel(THE_REPAIR, "", key));
            hexagon.clock.advance(Duration.ofHours(24));
            assertThat(recorded(cancel(THE_REPAIR, "", key)).id()).isEqualTo(first.id());
            hexagon.clock.advance(Duration.ofSeconds(1));

            Recorded next = recorded(cancel(THE_REPAIR, "", key));

            assertThat(next.id()).isNotEqualTo(first.id());
            assertThat(next.outcome()).isEqualTo(new CancellationOutcome.AlreadyCancelled());
        }

        @Test
        void cancel_shouldKeepKeysApart_whenTwoCustomersUseTheSame() {
            hexagon.cx
                    .with(OTHER_CONTACT)
                    .with(
                            OTHER_CONTACT,
                            aRepair().withReference("WO-2").of(OTHER_CONTACT).build());
            Recorded mine = recorded(cancel(THE_REPAIR, "", key));

            Recorded theirs = recorded(hexagon.integration
                    .cancelling()
                    .cancel(command(
                            OTHER_CONTACT, new RepairTarget(new RepairReference("WO-2")), "", Optional.of(key))));

            assertThat(theirs.id()).isNotEqualTo(mine.id());
            assertThat(theirs.outcome()).isEqualTo(new CancellationOutcome.Cancelled());
        }
    }

    @Nested
    class Find {
        @Test
        void find_shouldFindNothing_whenTheAttemptIsAnotherCustomers() {
            Recorded result = recorded(cancel(THE_REPAIR));

            assertThat(hexagon.integration.cancelling().find(OTHER_CONTACT, result.id()))
                    .isEmpty();
            assertThat(hexagon.cancellations.findOpen(CxSite.of(ACCESS), THE_REPAIR))
                    .isEmpty();
        }
    }

    private CancelResult cancel(CancellationTarget target) {
        return hexagon.integration
                .cancelling()
                .cancel(command(CONTACT, target, "Not needed any more", Optional.empty()));
    }

    private CancelResult cancel(CancellationTarget target, String note, IdempotencyKey key) {
        return hexagon.integration.cancelling().cancel(command(CONTACT, target, note, Optional.of(key)));
    }

    private static CancelCommand command(
            ContactReference contact, CancellationTarget target, String note, Optional<IdempotencyKey> key) {
        return new CancelCommand(contact, target, note, "portal", key);
    }

    private static Recorded recorded(CancelResult result) {
        assertThat(result).isInstanceOf(Recorded.class);
        return (Recorded) result;
    }

    private CancellationAttempt find(Recorded result) {
        return hexagon.integration
                .cancelling()
                .find(CONTACT, result.id())
                .orElseThrow(() -> new AssertionError("the attempt is not recorded"));
    }
}
