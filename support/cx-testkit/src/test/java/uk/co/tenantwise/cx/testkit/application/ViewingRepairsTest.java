package uk.co.tenantwise.cx.testkit.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.co.tenantwise.cx.testkit.Builders.CONTACT;
import static uk.co.tenantwise.cx.testkit.Builders.NOW;
import static uk.co.tenantwise.cx.testkit.Builders.OTHER_CONTACT;
import static uk.co.tenantwise.cx.testkit.Builders.aRepair;
import static uk.co.tenantwise.cx.testkit.Builders.anAppointment;
import static uk.co.tenantwise.cx.testkit.Builders.anInspection;
import static uk.co.tenantwise.cx.testkit.TestHexagon.ADMIN;
import static uk.co.tenantwise.cx.testkit.TestHexagon.saved;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.co.tenantwise.cx.domain.refresh.Source;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.domain.settings.ConnectionDraft;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.domain.settings.Readiness;
import uk.co.tenantwise.cx.domain.settings.RefreshDraft;
import uk.co.tenantwise.cx.domain.settings.RepairsDraft;
import uk.co.tenantwise.cx.domain.settings.Secret;
import uk.co.tenantwise.cx.ports.driven.Observation;
import uk.co.tenantwise.cx.ports.driving.CustomerView;
import uk.co.tenantwise.cx.ports.driving.RepairView;
import uk.co.tenantwise.cx.ports.driving.ViewResult;
import uk.co.tenantwise.cx.ports.fault.CxFault;
import uk.co.tenantwise.cx.ports.fault.FaultCode;
import uk.co.tenantwise.cx.testkit.TestHexagon;
import uk.co.tenantwise.cx.testkit.cx.CallGate;
import uk.co.tenantwise.cx.testkit.cx.CxCall;

class ViewingRepairsTest {
    private final CxFault down = new CxFault.Unavailable("Cx answered 503", Optional.empty());

    private final TestHexagon hexagon = new TestHexagon();

    @AfterEach
    void close() {
        hexagon.close();
    }

    @Nested
    class SignIn {
        @Test
        void signIn_shouldShowRepairsVisitsAndDecisions_whenCxAnswers() {
            hexagon.connected()
                    .cx
                    .with(CONTACT, aRepair().with(anAppointment()).build())
                    .with(CONTACT, anInspection().build());

            CustomerView view = hexagon.signIn();

            assertThat(view.customer()).isEqualTo(CONTACT);
            assertThat(view.source()).isEqualTo(Source.LIVE);
            assertThat(view.retrievedAt()).isEqualTo(NOW);
            assertThat(view.refreshDueAt()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
            assertThat(view.details()).isPresent();
            RepairView repair = view.repairs().getFirst();
            assertThat(repair.cancellation().message())
                    .isEqualTo("You can cancel this repair until the end of Tuesday 8 December.");
            assertThat(repair.appointments())
                    .singleElement()
                    .satisfies(
                            visit -> assertThat(visit.cancellation().allowed()).isTrue());
            assertThat(view.appointments())
                    .singleElement()
                    .satisfies(visit ->
                            assertThat(visit.appointment().id().value()).isEqualTo("APP-9"));
        }

        @Test
        void signIn_shouldRetrieveLive_whenASnapshotIsFresh() {
            hexagon.connected().cx.with(CONTACT, aRepair().build());
            hexagon.signIn();

            assertThat(hexagon.signIn().source()).isEqualTo(Source.LIVE);
            assertThat(hexagon.cx.calls(CxCall.REPAIRS)).isEqualTo(2);
            assertThat(hexagon.cx.calls(CxCall.CUSTOMER)).isEqualTo(2);
        }

        @Test
        void signIn_shouldFail_whenCxIsDownAndNothingIsKept() {
            hexagon.connected().cx.fail(CxCall.REPAIRS, down);

            assertThatThrownBy(hexagon::signIn).isSameAs(down);
        }

        @Test
        void signIn_shouldFailRatherThanShowHalf_whenOnlyAppointmentsFail() {
            hexagon.connected().cx.with(CONTACT, aRepair().build()).fail(CxCall.APPOINTMENTS, down);

            assertThatThrownBy(hexagon::signIn).isSameAs(down);
            assertThat(hexagon.repairs.held(hexagon.settings.current().source()))
                    .isEmpty();
        }

        @Test
        void signIn_shouldShowRepairsWithoutName_whenOnlyTheDetailsFail() {
            hexagon.connected().cx.with(CONTACT, aRepair().build()).fail(CxCall.CUSTOMER, down);

            CustomerView view = hexagon.signIn();

            assertThat(view.repairs()).hasSize(1);
            assertThat(view.details()).isEmpty();
        }

        @Test
        void signIn_shouldBeStale_whenCxFailsButASnapshotIsKept() {
            hexagon.connected().cx.with(CONTACT, aRepair().build());
            hexagon.signIn();
            hexagon.clock.advance(Duration.ofHours(3));
            hexagon.cx.fail(CxCall.REPAIRS, down);

            CustomerView view = hexagon.signIn();

            assertThat(view.source()).isEqualTo(Source.STALE);
            assertThat(view.retrievedAt()).isEqualTo(NOW);
            assertThat(view.staleness()).hasValueSatisfying(staleness -> {
                assertThat(staleness.age()).isEqualTo(Duration.ofHours(3));
                assertThat(staleness.because()).isEqualTo(FaultCode.CX_UNAVAILABLE);
            });
            assertThat(view.repairs()).hasSize(1);
        }

        @Test
        void view_shouldBeStale_whenTooManyCallsToCxAreUnderWay() {
            hexagon.connected().cx.with(CONTACT, aRepair().build());
            hexagon.signIn();
            hexagon.clock.advance(Duration.ofHours(3));
            hexagon.cx.fail(CxCall.REPAIRS, new CxFault.Busy("16 calls", Duration.ofSeconds(2)));

            assertThat(hexagon.signIn().staleness())
                    .hasValueSatisfying(
                            staleness -> assertThat(staleness.because()).isEqualTo(FaultCode.CX_BUSY));
        }

        @Test
        void signIn_shouldServeStaleUpToTheLimitAndNotBeyond_whenCxStaysDown() {
            hexagon.connected().cx.with(CONTACT, aRepair().build());
            hexagon.signIn();
            hexagon.cx.fail(CxCall.REPAIRS, down);

            hexagon.clock.advance(Duration.ofHours(24));
            assertThat(hexagon.signIn().source()).isEqualTo(Source.STALE);
            hexagon.clock.advance(Duration.ofNanos(1));
            assertThatThrownBy(hexagon::signIn).isSameAs(down);
        }

        @Test
        void signIn_shouldSayUnknownAndForget_whenCxNoLongerKnowsTheCustomer() {
            hexagon.connected().cx.with(CONTACT, aRepair().build());
            hexagon.signIn();
            hexagon.cx.remove(CONTACT);

            assertThat(hexagon.integration.viewing().signIn(CONTACT)).isEqualTo(new ViewResult.UnknownCustomer());
            assertThat(hexagon.integration.viewing().view(CONTACT)).isEqualTo(new ViewResult.UnknownCustomer());
        }
    }

    @Nested
    class View {
        /** Guards against: while details cannot be retrieved each page from the cache waits for Cx. */
        @Test
        void view_shouldTryDetailsOnceAMinute_whenTheyCannotBeRetrieved() {
            hexagon.connected().cx.with(CONTACT, aRepair().build());
            hexagon.cx.fail(CxCall.CUSTOMER, down);
            hexagon.signIn();
            int calls = hexagon.cx.calls(CxCall.CUSTOMER);

            for (int read = 0; read < 10; read++) {
                assertThat(hexagon.view().source()).isEqualTo(Source.CACHE);
            }
            assertThat(hexagon.cx.calls(CxCall.CUSTOMER)).isEqualTo(calls);

            hexagon.clock.advance(Duration.ofMinutes(1));
            hexagon.cx.heal();
            assertThat(hexagon.view().details()).isPresent();
        }

        @Test
        void view_shouldComeFromTheSnapshotUntilItIsDue_whenRefreshIsFifteenMinutes() {
            hexagon.connected().cx.with(CONTACT, aRepair().build());
            hexagon.signIn();

            hexagon.clock.advance(Duration.ofMinutes(15).minusNanos(1));
            assertThat(hexagon.view().source()).isEqualTo(Source.CACHE);
            hexagon.clock.advance(Duration.ofNanos(1));
            assertThat(hexagon.view().source()).isEqualTo(Source.LIVE);
            assertThat(hexagon.cx.calls(CxCall.REPAIRS)).isEqualTo(2);
        }

        @Test
        void view_shouldFollowANewRefreshTimeAtOnce_whenASnapshotIsWarm() {
            hexagon.connected().cx.with(CONTACT, aRepair().build());
            hexagon.signIn();
            hexagon.clock.advance(Duration.ofMinutes(2));

            saved(hexagon.integration
                    .administering()
                    .saveRefresh(new RefreshDraft(Optional.of(1), Optional.of(60)), ADMIN));

            assertThat(hexagon.view().source()).isEqualTo(Source.LIVE);
            assertThat(hexagon.cx.calls(CxCall.CUSTOMER)).isEqualTo(1);
        }

        @Test
        void view_shouldRetrieveAgain_whenTheClockWasSetBack() {
            hexagon.connected().cx.with(CONTACT, aRepair().build());
            hexagon.signIn();
            hexagon.clock.advance(Duration.ofDays(-2));

            assertThat(hexagon.view().source()).isEqualTo(Source.LIVE);
        }

        @Test
        void view_shouldDecideAtTheTimeOfTheAnswer_whenTheDeadlinePassesWithAWarmSnapshot() {
            hexagon.connected()
                    .cx
                    .with(
                            CONTACT,
                            aRepair()
                                    .with(anAppointment().startingAt("2026-12-01T12:10"))
                                    .build());
            saved(hexagon.integration.administering().saveRepairs(repairs("", "12:05"), ADMIN));

            assertThat(hexagon.signIn().repairs().getFirst().cancellation().allowed())
                    .isTrue();
            hexagon.clock.advance(Duration.ofMinutes(5));
            CustomerView later = hexagon.view();
            assertThat(later.source()).isEqualTo(Source.CACHE);
            assertThat(later.repairs().getFirst().cancellation().allowed()).isFalse();
        }

        @Test
        void view_shouldApplyANewStartDateWithTheNextRetrieval_whenASnapshotIsWarm() {
            hexagon.connected()
                    .cx
                    .with(
                            CONTACT,
                            aRepair()
                                    .with(anAppointment())
                                    .createdOn("2026-03-31")
                                    .build());
            hexagon.signIn();
            saved(hexagon.integration.administering().saveRepairs(repairs("2026-04-01", "00:00"), ADMIN));

            assertThat(hexagon.view().repairs()).hasSize(1);
            hexagon.clock.advance(Duration.ofMinutes(15));
            CustomerView limited = hexagon.view();
            assertThat(limited.repairs()).isEmpty();
            assertThat(limited.appointments()).isEmpty();
        }

        @Test
        void view_shouldApplyANewStartDateAtOnce_whenTheAdministratorAppliesItNow() {
            hexagon.connected()
                    .cx
                    .with(CONTACT, aRepair().createdOn("2026-03-31").build());
            hexagon.signIn();
            saved(hexagon.integration.administering().saveRepairs(repairs("2026-04-01", "00:00"), ADMIN));

            assertThat(hexagon.integration.refreshing().forget(Optional.of(OTHER_CONTACT)))
                    .isZero();
            assertThat(hexagon.view().repairs()).hasSize(1);
            assertThat(hexagon.integration.refreshing().forget(Optional.of(CONTACT)))
                    .isEqualTo(1);
            assertThat(hexagon.view().repairs()).isEmpty();
            assertThat(hexagon.integration.refreshing().forget(Optional.empty()))
                    .isEqualTo(1);
        }

        @Test
        void view_shouldLimitByItself_whenCxIgnoresTheCreationDate() {
            hexagon.cx.ignoreCreatedFrom();
            hexagon.connected()
                    .cx
                    .with(
                            CONTACT,
                            aRepair()
                                    .withReference("OLD")
                                    .createdOn("2026-03-31")
                                    .build())
                    .with(
                            CONTACT,
                            aRepair()
                                    .withReference("NEW")
                                    .createdOn("2026-04-01")
                                    .build());
            saved(hexagon.integration.administering().saveRepairs(repairs("2026-04-01", "00:00"), ADMIN));

            assertThat(hexagon.view().repairs())
                    .extracting(view -> view.repair().reference().value())
                    .containsExactly("NEW");
        }

        @Test
        void view_shouldDropAndReportForeignRepairsWithTheirVisits_whenCxMixesUpContacts() {
            hexagon.connected()
                    .cx
                    .with(CONTACT, aRepair().withReference("MINE").build())
                    .with(
                            CONTACT,
                            aRepair()
                                    .withReference("THEIRS")
                                    .of(OTHER_CONTACT)
                                    .with(anAppointment().of("THEIRS"))
                                    .build());

            CustomerView view = hexagon.view();

            assertThat(view.repairs())
                    .extracting(each -> each.repair().reference().value())
                    .containsExactly("MINE");
            assertThat(view.appointments()).isEmpty();
            assertThat(hexagon.observations).contains(new Observation.ForeignRepairsDropped(1));
        }

        @Test
        void view_shouldCountRowsWithoutReference_whenCxSendsSome() {
            hexagon.connected().cx.with(CONTACT, aRepair().build()).withUnusableRepairs(CONTACT, 2);

            CustomerView view = hexagon.view();

            assertThat(view.setAside()).isEqualTo(2);
            assertThat(view.repairs()).hasSize(1);
            assertThat(hexagon.observations).contains(new Observation.RowsSetAside(2));
        }
    }

    @Nested
    class ManyReaders {
        @Test
        void view_shouldRetrieveOnce_whenSixtyReadersComeAtOnce() {
            hexagon.connected().cx.with(CONTACT, aRepair().build());
            CallGate gate = hexagon.cx.hold(CxCall.REPAIRS);

            List<CompletableFuture<CustomerView>> readers = new ArrayList<>();
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 60; i++) {
                    readers.add(CompletableFuture.supplyAsync(hexagon::view, executor));
                }
                gate.awaitArrivals(1);
                gate.open();
            }

            assertThat(readers)
                    .allSatisfy(reader -> assertThat(reader.join().repairs()).hasSize(1));
            assertThat(hexagon.cx.calls(CxCall.REPAIRS)).isEqualTo(1);
            assertThat(hexagon.cx.calls(CxCall.APPOINTMENTS)).isEqualTo(1);
        }
    }

    @Nested
    class OneFlight {
        /** Guards against: while one part is slow, those who come meanwhile retrieve the other parts again and again. */
        @ParameterizedTest
        @EnumSource(names = {"REPAIRS", "APPOINTMENTS", "CUSTOMER"})
        void signIn_shouldRetrieveEachPartOnce_whenOnePartIsSlow(CxCall slow) {
            hexagon.connected().cx.with(CONTACT, aRepair().build());
            CallGate gate = hexagon.cx.hold(slow);
            List<CompletableFuture<CustomerView>> signIns = new ArrayList<>();
            signIns.add(CompletableFuture.supplyAsync(hexagon::signIn));
            gate.awaitArrivals(1);
            for (int i = 0; i < 20; i++) {
                CompletableFuture<CustomerView> signIn = new CompletableFuture<>();
                signIns.add(signIn);
                awaitWaiting(Thread.ofVirtual().start(() -> signIn.complete(hexagon.signIn())));
            }

            assertThat(hexagon.cx.calls(CxCall.REPAIRS)).isLessThanOrEqualTo(1);
            assertThat(hexagon.cx.calls(CxCall.APPOINTMENTS)).isLessThanOrEqualTo(1);
            assertThat(hexagon.cx.calls(CxCall.CUSTOMER)).isLessThanOrEqualTo(1);
            gate.open();
            assertThat(signIns)
                    .allSatisfy(signIn -> assertThat(signIn.join().details()).isPresent());
        }

        /** Guards against: a sign-in after a change of the start date joins a retrieval that began before it. */
        @Test
        void signIn_shouldFollowTheNewStartDate_whenARetrievalUnderTheOldOneIsRunning() {
            hexagon.connected()
                    .cx
                    .with(CONTACT, aRepair().createdOn("2026-03-31").build());
            CallGate gate = hexagon.cx.hold(CxCall.REPAIRS);
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                CompletableFuture<CustomerView> before = CompletableFuture.supplyAsync(hexagon::signIn, executor);
                gate.awaitArrivals(1);
                saved(hexagon.integration.administering().saveRepairs(repairs("2026-04-01", "00:00"), ADMIN));
                CompletableFuture<CustomerView> after = CompletableFuture.supplyAsync(hexagon::signIn, executor);
                gate.open();

                assertThat(before.join().repairs()).hasSize(1);
                assertThat(after.join().repairs()).isEmpty();
            }
        }

        /** Until {@code thread} has run as far as it can without an answer of Cx. */
        private static void awaitWaiting(Thread thread) {
            while (thread.getState() != Thread.State.WAITING && thread.isAlive()) {
                Thread.onSpinWait();
            }
        }
    }

    @Nested
    class Sources {
        @Test
        void view_shouldServeNothing_whenTheIntegrationIsDisabled() {
            hexagon.connected().cx.with(CONTACT, aRepair().build());
            hexagon.signIn();
            saveConnection(false, "https://cx.landlord.invalid", Optional.empty());

            assertThat(hexagon.integration.viewing().view(CONTACT))
                    .isEqualTo(new ViewResult.NotServing(Readiness.DISABLED));
            assertThat(hexagon.repairs.dropAll()).isZero();
        }

        @Test
        void view_shouldRetrieveAgain_whenTheUrlChanges() {
            hexagon.connected().cx.with(CONTACT, aRepair().build());
            hexagon.signIn();
            hexagon.cx.change(aRepair().build().reference(), repair -> repair);
            saveConnection(true, "https://cx2.landlord.invalid", Optional.of(Secret.of("other")));

            assertThat(hexagon.view().source()).isEqualTo(Source.LIVE);
        }

        @Test
        void view_shouldFailRatherThanServeTheOldSource_whenTheNewOneIsDown() {
            hexagon.connected().cx.with(CONTACT, aRepair().build());
            hexagon.signIn();
            saveConnection(true, "https://cx2.landlord.invalid", Optional.of(Secret.of("other")));
            hexagon.cx.fail(CxCall.REPAIRS, down);

            assertThatThrownBy(hexagon::view).isSameAs(down);
        }

        @Test
        void view_shouldNotShowTheOldSource_whenItIsDisabledDuringTheRetrieval() {
            hexagon.connected().cx.with(CONTACT, aRepair().build());
            hexagon.cx.before(
                    CxCall.REPAIRS, () -> saveConnection(false, "https://cx.landlord.invalid", Optional.empty()));

            assertThat(hexagon.integration.viewing().view(CONTACT))
                    .isEqualTo(new ViewResult.NotServing(Readiness.DISABLED));
        }

        private void saveConnection(boolean enabled, String url, Optional<Secret> password) {
            CxConnection old = uk.co.tenantwise.cx.testkit.Builders.CONNECTION;
            saved(hexagon.integration
                    .administering()
                    .saveConnection(
                            new ConnectionDraft(
                                    Optional.of(enabled),
                                    Optional.of(ApiUrl.parse(url).toString()),
                                    Optional.of(old.username()),
                                    password),
                            ADMIN));
        }
    }

    static RepairsDraft repairs(String startDate, String cutOff) {
        return new RepairsDraft(
                Optional.of(startDate),
                Optional.of(new RepairsDraft.CancellationDraft(
                        Optional.of(true),
                        Optional.of(0),
                        Optional.of("CALENDAR_DAYS"),
                        Optional.of(cutOff),
                        Optional.of("ENGLAND_AND_WALES"),
                        Optional.of("CANX"),
                        Optional.of("TENANT"),
                        Optional.of("Call us on 0300 000 0000."))));
    }
}
