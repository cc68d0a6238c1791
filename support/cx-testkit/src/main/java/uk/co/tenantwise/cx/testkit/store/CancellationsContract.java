package uk.co.tenantwise.cx.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.co.tenantwise.cx.testkit.store.StoreSamples.CONTACT;
import static uk.co.tenantwise.cx.testkit.store.StoreSamples.MONDAY;
import static uk.co.tenantwise.cx.testkit.store.StoreSamples.SITE;
import static uk.co.tenantwise.cx.testkit.store.StoreSamples.closed;
import static uk.co.tenantwise.cx.testkit.store.StoreSamples.id;
import static uk.co.tenantwise.cx.testkit.store.StoreSamples.ids;
import static uk.co.tenantwise.cx.testkit.store.StoreSamples.open;
import static uk.co.tenantwise.cx.testkit.store.StoreSamples.repair;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.cancellation.CancellationId;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget;
import uk.co.tenantwise.cx.domain.cancellation.IdempotencyKey;
import uk.co.tenantwise.cx.domain.cancellation.OpenSummary;
import uk.co.tenantwise.cx.domain.cancellation.RefusalReason;
import uk.co.tenantwise.cx.domain.cancellation.TargetFacts;
import uk.co.tenantwise.cx.domain.repair.AppointmentId;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.repair.RepairReference;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.domain.settings.CompanyId;
import uk.co.tenantwise.cx.domain.settings.CxSite;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;
import uk.co.tenantwise.cx.ports.driven.ForRememberingAnswers;
import uk.co.tenantwise.cx.ports.driven.ForStoringCancellations;
import uk.co.tenantwise.cx.ports.driven.KeyedRequest;
import uk.co.tenantwise.cx.ports.driven.NewAttempt;
import uk.co.tenantwise.cx.ports.driven.RememberedAnswer;
import uk.co.tenantwise.cx.ports.fault.StoreUnavailable;

/** What every implementation of {@link ForStoringCancellations} must do. */
public abstract class CancellationsContract {
    private static final Instant CHECK_AT = MONDAY.plusSeconds(5);
    private static final Instant LEASE = MONDAY.plusSeconds(60);
    private static final CancellationOutcome CANCELLED = new CancellationOutcome.Cancelled();

    /** The store under test; the same one within a test, empty at its start. */
    protected abstract ForStoringCancellations cancellations();

    /** What is remembered for keys by {@link #cancellations()}. */
    protected abstract ForRememberingAnswers answers();

    /** Makes the storage behind {@link #cancellations()} unreachable. */
    protected abstract void takeAway();

    /** Ends what {@link #takeAway()} began. */
    protected abstract void bringBack();

    private CancellationAttempt added(CancellationAttempt attempt) {
        assertThat(add(attempt)).isEqualTo(new NewAttempt.Stored());
        return attempt;
    }

    private NewAttempt.Result add(CancellationAttempt attempt, CancellationId... known) {
        return cancellations().add(new NewAttempt(attempt, CHECK_AT, Set.of(known), Optional.empty()));
    }

    private NewAttempt.Result add(CancellationAttempt attempt, KeyedRequest request) {
        return cancellations().add(new NewAttempt(attempt, CHECK_AT, Set.of(), Optional.of(request)));
    }

    private static CancellationAttempt at(CxSite site, CancellationAttempt like) {
        return new CancellationAttempt(
                like.id(),
                site,
                like.contact(),
                like.target(),
                like.note(),
                like.requestedBy(),
                like.requestedAt(),
                like.policy(),
                like.outcome(),
                like.sends(),
                like.lastSentAt(),
                like.checks(),
                like.closedAt());
    }

    @Nested
    class Adding {
        @Test
        void add_shouldKeepEveryField_whenTheAttemptIsOpen() {
            CancellationAttempt full = new CancellationAttempt(
                            id(1),
                            SITE,
                            new ContactReference("\u00c9/ 1"),
                            new CancellationTarget.AppointmentTarget(new AppointmentId("{A-1}")),
                            "two\nlines",
                            "customer",
                            Instant.parse("2026-10-25T01:30:00.000001Z"),
                            new SettingsVersion(12),
                            new CancellationOutcome.Unknown(),
                            1,
                            Optional.of(Instant.parse("2026-10-25T00:30:00.999999Z")),
                            2,
                            Optional.empty())
                    .concerning(new TargetFacts(
                            Optional.of(new RepairReference("WO/\u00e9 1")),
                            Optional.of(Instant.parse("2026-10-25T01:00:00.000001Z"))));

            added(full);

            assertThat(cancellations().find(id(1))).contains(full);
        }

        @Test
        void add_shouldKeepTheOutcome_whenTheAttemptIsClosed() {
            List<CancellationOutcome> outcomes = new ArrayList<>(List.of(
                    CANCELLED,
                    new CancellationOutcome.AlreadyCancelled(),
                    new CancellationOutcome.RefusedByCx(""),
                    new CancellationOutcome.RefusedByCx("Order is \u00bbinvoiced\u00ab")));
            for (RefusalReason reason : RefusalReason.values()) {
                outcomes.add(new CancellationOutcome.Refused(reason));
            }
            for (int i = 0; i < outcomes.size(); i++) {
                CancellationAttempt attempt = added(closed(i, repair(1), outcomes.get(i), MONDAY));

                assertThat(cancellations().find(id(i))).contains(attempt);
            }
        }

        @Test
        void add_shouldKeepMicroseconds_whenInstantsAreFiner() {
            added(closed(1, repair(1), CANCELLED, MONDAY.plusNanos(999)));

            assertThat(cancellations().find(id(1))).contains(closed(1, repair(1), CANCELLED, MONDAY));
        }

        @Test
        void add_shouldStoreNothing_whenAnotherAttemptIsOpenForTheTarget() {
            added(open(1, repair(1), MONDAY));

            assertThat(add(open(2, repair(1), MONDAY))).isEqualTo(new NewAttempt.Overtaken());

            assertThat(cancellations().find(id(2))).isEmpty();
            assertThat(cancellations().findOpen(SITE, repair(1)))
                    .map(CancellationAttempt::id)
                    .contains(id(1));
        }

        @Test
        void add_shouldStore_whenTheOpenAttemptIsForSomethingElse() {
            CancellationTarget sameText = new CancellationTarget.AppointmentTarget(
                    new AppointmentId(repair(1).text()));
            CxSite otherCompany = new CxSite(SITE.apiUrl(), new CompanyId("HOMES/2"));
            CxSite otherInstance = new CxSite(ApiUrl.parse("https://cx2.example.org"), SITE.company());
            CancellationTarget otherCase = new CancellationTarget.RepairTarget(new RepairReference("wo/2026 1"));
            added(open(1, repair(1), MONDAY));

            added(open(2, sameText, MONDAY));
            added(at(otherCompany, open(3, repair(1), MONDAY)));
            added(at(otherInstance, open(4, repair(1), MONDAY)));
            added(open(5, otherCase, MONDAY));

            assertThat(cancellations().findOpen(otherCompany, repair(1)))
                    .map(CancellationAttempt::id)
                    .contains(id(3));
        }

        @Test
        void add_shouldStore_whenTheNewAttemptIsClosedThoughAnotherIsOpen() {
            added(open(1, repair(1), MONDAY));

            added(closed(2, repair(1), new CancellationOutcome.Refused(RefusalReason.INVOICED), MONDAY));

            assertThat(cancellations().findOpen(SITE, repair(1)))
                    .map(CancellationAttempt::id)
                    .contains(id(1));
        }

        @Test
        void add_shouldStore_whenTheFormerAttemptIsClosed() {
            added(open(1, repair(1), MONDAY));
            cancellations().close(id(1), new CancellationOutcome.RefusedByCx("no"), MONDAY);

            added(open(2, repair(1), MONDAY));

            assertThat(cancellations().find(id(1)))
                    .map(CancellationAttempt::isOpen)
                    .contains(false);
        }

        @Test
        void add_shouldStoreNothing_whenAnotherAttemptHasCancelledTheTargetMeanwhile() {
            added(open(1, repair(1), MONDAY));
            cancellations().close(id(1), CANCELLED, MONDAY);

            assertThat(add(open(2, repair(1), MONDAY))).isEqualTo(new NewAttempt.Overtaken());

            assertThat(cancellations().find(id(2))).isEmpty();
            assertThat(cancellations().findOpen(SITE, repair(1))).isEmpty();
        }

        @Test
        void add_shouldStore_whenThoseWhoCancelledTheTargetAreKnown() {
            added(closed(1, repair(1), CANCELLED, MONDAY));
            added(closed(2, repair(1), new CancellationOutcome.AlreadyCancelled(), MONDAY));
            assertThat(cancellations().cancelledBy(SITE, repair(1))).containsExactlyInAnyOrder(id(1), id(2));

            assertThat(add(open(3, repair(1), MONDAY), id(1))).isEqualTo(new NewAttempt.Overtaken());
            assertThat(add(open(3, repair(1), MONDAY), id(1), id(2), id(9))).isEqualTo(new NewAttempt.Stored());

            assertThat(cancellations().findOpen(SITE, repair(1)))
                    .map(CancellationAttempt::id)
                    .contains(id(3));
        }

        @Test
        void add_shouldStore_whenSomethingElseWasCancelled() {
            CancellationTarget sameText = new CancellationTarget.AppointmentTarget(
                    new AppointmentId(repair(1).text()));
            CxSite otherCompany = new CxSite(SITE.apiUrl(), new CompanyId("HOMES/2"));
            CxSite otherInstance = new CxSite(ApiUrl.parse("https://cx2.example.org"), SITE.company());
            added(closed(1, repair(2), CANCELLED, MONDAY));
            added(closed(2, sameText, CANCELLED, MONDAY));
            added(at(otherCompany, closed(3, repair(1), CANCELLED, MONDAY)));
            added(at(otherInstance, closed(4, repair(1), CANCELLED, MONDAY)));
            added(closed(5, repair(1), new CancellationOutcome.RefusedByCx("no"), MONDAY));

            added(open(6, repair(1), MONDAY));

            assertThat(cancellations().cancelledBy(SITE, repair(1))).isEmpty();
        }

        @Test
        void add_shouldStore_whenTheNewAttemptIsClosedThoughAnotherHasCancelled() {
            added(closed(1, repair(1), CANCELLED, MONDAY));

            added(closed(2, repair(1), new CancellationOutcome.AlreadyCancelled(), MONDAY));
        }

        /** Each thread opens, sees what was known before, and closes as cancelled: only one may find nobody before it. */
        @Test
        void add_shouldLetOneCancel_whenManyHaveReadBeforeAnyDid() {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                CancellationAttempt attempt = open(i, repair(1), MONDAY);
                calls.add(() -> add(attempt).equals(new NewAttempt.Stored())
                        && cancellations().close(attempt.id(), CANCELLED, MONDAY));
            }

            assertThat(AtOnce.run(calls)).containsOnlyOnce(true);
            assertThat(cancellations().cancelledBy(SITE, repair(1))).hasSize(1);
        }

        @Test
        void add_shouldBeRefused_whenTheIdentityIsUsed() {
            added(open(1, repair(1), MONDAY));

            assertThatThrownBy(() -> add(open(1, repair(2), MONDAY))).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void add_shouldLetOneWin_whenManyTryTheSameTargetAtOnce() {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                CancellationAttempt attempt = open(i, repair(1), MONDAY);
                calls.add(() -> add(attempt).equals(new NewAttempt.Stored()));
            }

            assertThat(AtOnce.run(calls)).containsOnlyOnce(true);
        }
    }

    /** Guards against: an attempt without its key after a crash, and one key that makes two attempts on two nodes. */
    @Nested
    class AddingWithAKey {
        private static final IdempotencyKey KEY = new IdempotencyKey("k-1");

        private KeyedRequest request(String fingerprint) {
            return new KeyedRequest(KEY, fingerprint, MONDAY, MONDAY.minusSeconds(60));
        }

        private RememberedAnswer unanswered(String fingerprint, int attempt) {
            return new RememberedAnswer(fingerprint, id(attempt), Optional.empty());
        }

        private Optional<RememberedAnswer> remembered() {
            return answers().find(CONTACT, KEY, MONDAY.minusSeconds(60));
        }

        @Test
        void add_shouldRememberTheKey_whenTheAttemptIsStored() {
            assertThat(add(open(1, repair(1), MONDAY), request("f1"))).isEqualTo(new NewAttempt.Stored());

            assertThat(remembered()).contains(unanswered("f1", 1));
        }

        @Test
        void add_shouldStoreNothing_whenTheKeyIsAnotherAttempts() {
            answers().remember(CONTACT, request("f1"), id(1));
            answers().answered(CONTACT, KEY, id(1), CANCELLED);
            NewAttempt.Result taken =
                    new NewAttempt.KeyTaken(new RememberedAnswer("f1", id(1), Optional.of(CANCELLED)));

            assertThat(add(open(2, repair(2), MONDAY), request("f1"))).isEqualTo(taken);
            assertThat(add(open(2, repair(2), MONDAY), request("f2"))).isEqualTo(taken);
            assertThat(add(closed(2, repair(2), CANCELLED, MONDAY), request("f2")))
                    .isEqualTo(taken);

            assertThat(cancellations().find(id(2))).isEmpty();
            assertThat(cancellations().findOpen(SITE, repair(2))).isEmpty();
            assertThat(remembered()).map(RememberedAnswer::attempt).contains(id(1));
        }

        @Test
        void add_shouldTellOfTheKey_whenTheAttemptIsOvertakenToo() {
            add(open(1, repair(1), MONDAY), request("f1"));
            added(closed(2, repair(2), CANCELLED, MONDAY));
            NewAttempt.Result taken = new NewAttempt.KeyTaken(unanswered("f1", 1));

            assertThat(add(open(3, repair(1), MONDAY), request("f1"))).isEqualTo(taken);
            assertThat(add(open(3, repair(2), MONDAY), request("f1"))).isEqualTo(taken);
        }

        @Test
        void add_shouldStore_whenTheKeyWasUsedLongAgoOrIsAnotherContacts() {
            answers().remember(new ContactReference("OTHER"), request("f1"), id(7));
            answers()
                    .remember(
                            CONTACT,
                            new KeyedRequest(KEY, "f1", MONDAY.minusSeconds(61), MONDAY.minusSeconds(99)),
                            id(1));

            assertThat(add(open(2, repair(2), MONDAY), request("f2"))).isEqualTo(new NewAttempt.Stored());

            assertThat(remembered()).contains(unanswered("f2", 2));
        }

        @Test
        void add_shouldNotRememberTheKey_whenTheAttemptIsOvertaken() {
            added(open(1, repair(1), MONDAY));
            added(closed(2, repair(2), CANCELLED, MONDAY));

            assertThat(add(open(3, repair(1), MONDAY), request("f1"))).isEqualTo(new NewAttempt.Overtaken());
            assertThat(add(open(3, repair(2), MONDAY), request("f1"))).isEqualTo(new NewAttempt.Overtaken());

            assertThat(remembered()).isEmpty();
        }

        @Test
        void add_shouldLetOneWin_whenManyUseOneKeyForSeveralTargetsAtOnce() {
            List<Callable<NewAttempt.Result>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                CancellationAttempt attempt = open(i, repair(i), MONDAY);
                KeyedRequest request = request("f" + i);
                calls.add(() -> add(attempt, request));
            }

            List<NewAttempt.Result> results = AtOnce.run(calls);

            RememberedAnswer first = remembered().orElseThrow();
            assertThat(results).containsOnly(new NewAttempt.Stored(), new NewAttempt.KeyTaken(first));
            assertThat(results).containsOnlyOnce(new NewAttempt.Stored());
            assertThat(cancellations().openOf(CONTACT))
                    .extracting(CancellationAttempt::id)
                    .containsExactly(first.attempt());
        }
    }

    @Nested
    class Finding {
        @Test
        void find_shouldBeEmpty_whenNothingHasThatIdentity() {
            assertThat(cancellations().find(id(1))).isEmpty();
        }

        @Test
        void findOpen_shouldBeEmpty_whenTheAttemptIsClosed() {
            added(open(1, repair(1), MONDAY));
            cancellations().close(id(1), CANCELLED, MONDAY);

            assertThat(cancellations().findOpen(SITE, repair(1))).isEmpty();
        }

        @Test
        void find_shouldNotSeeAChange_whenItIsNotStored() {
            CancellationAttempt attempt = added(open(1, repair(1), MONDAY));

            attempt.closed(CANCELLED, MONDAY);

            assertThat(cancellations().find(id(1))).contains(attempt);
        }
    }

    @Nested
    class Closing {
        @Test
        void close_shouldSetOutcomeAndTime_whenOpen() {
            CancellationAttempt attempt = added(open(1, repair(1), MONDAY));
            CancellationOutcome refused = new CancellationOutcome.RefusedByCx("Not allowed");

            assertThat(cancellations().close(id(1), refused, MONDAY.plusSeconds(1)))
                    .isTrue();

            assertThat(cancellations().find(id(1))).contains(attempt.closed(refused, MONDAY.plusSeconds(1)));
        }

        @Test
        void close_shouldChangeNothing_whenClosedBefore() {
            added(open(1, repair(1), MONDAY));
            cancellations().close(id(1), CANCELLED, MONDAY);

            assertThat(cancellations().close(id(1), new CancellationOutcome.AlreadyCancelled(), LEASE))
                    .isFalse();

            assertThat(cancellations().find(id(1)))
                    .contains(open(1, repair(1), MONDAY).closed(CANCELLED, MONDAY));
        }

        @Test
        void close_shouldSayNo_whenNothingHasThatIdentity() {
            assertThat(cancellations().close(id(1), CANCELLED, MONDAY)).isFalse();
        }

        @Test
        void close_shouldBeRefused_whenTheOutcomeIsNotFinal() {
            added(open(1, repair(1), MONDAY));

            assertThatThrownBy(() -> cancellations().close(id(1), new CancellationOutcome.Unknown(), MONDAY))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void close_shouldSurvive_whenTheMessageHoldsCharactersThatDatabasesRefuse() {
            added(open(1, repair(1), MONDAY));

            assertThat(cancellations().close(id(1), new CancellationOutcome.RefusedByCx("a\0b\ud800c"), MONDAY))
                    .isTrue();

            assertThat(cancellations().find(id(1)))
                    .map(CancellationAttempt::isOpen)
                    .contains(false);
        }
    }

    @Nested
    class Sending {
        @Test
        void noteSend_shouldCount_whenNobodyElseHasSent() {
            CancellationAttempt attempt = added(open(1, repair(1), MONDAY));

            assertThat(cancellations().noteSend(id(1), 0, MONDAY.plusSeconds(1)))
                    .isTrue();
            assertThat(cancellations().noteSend(id(1), 1, MONDAY.plusSeconds(2)))
                    .isTrue();

            assertThat(cancellations().find(id(1)))
                    .contains(attempt.sent(MONDAY.plusSeconds(1)).sent(MONDAY.plusSeconds(2)));
        }

        @Test
        void noteSend_shouldChangeNothing_whenSomebodyElseHasSent() {
            added(open(1, repair(1), MONDAY));
            cancellations().noteSend(id(1), 0, MONDAY);

            assertThat(cancellations().noteSend(id(1), 0, LEASE)).isFalse();

            assertThat(cancellations().find(id(1)))
                    .contains(open(1, repair(1), MONDAY).sent(MONDAY));
        }

        @Test
        void noteSend_shouldChangeNothing_whenClosed() {
            added(open(1, repair(1), MONDAY));
            cancellations().close(id(1), CANCELLED, MONDAY);

            assertThat(cancellations().noteSend(id(1), 0, LEASE)).isFalse();
        }

        @Test
        void noteSend_shouldLetOneWin_whenManySendAtOnce() {
            added(open(1, repair(1), MONDAY));

            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(() -> cancellations().noteSend(id(1), 0, MONDAY));
            }

            assertThat(AtOnce.run(calls)).containsOnlyOnce(true);
        }
    }

    @Nested
    class Claiming {
        @Test
        void claimDue_shouldTakeOldestFirst_whenMoreAreDueThanTheLimit() {
            added(open(2, repair(2), MONDAY.minusSeconds(10)));
            added(open(1, repair(1), MONDAY.minusSeconds(20)));
            added(open(3, repair(3), MONDAY.minusSeconds(5)));

            assertThat(ids(cancellations().claimDue(CHECK_AT, LEASE, 2))).containsExactly(id(1), id(2));
            assertThat(ids(cancellations().claimDue(CHECK_AT, LEASE, 2))).containsExactly(id(3));
        }

        @Test
        void claimDue_shouldCountTheCheck_whenItTakesAnAttempt() {
            CancellationAttempt attempt = added(open(1, repair(1), MONDAY));

            assertThat(cancellations().claimDue(CHECK_AT, LEASE, 9)).containsExactly(attempt.checked());

            assertThat(cancellations().find(id(1))).contains(attempt.checked());
        }

        @Test
        void claimDue_shouldTakeNothing_whenNothingIsDueOrOpen() {
            added(open(1, repair(1), MONDAY));
            added(open(2, repair(2), MONDAY));
            added(closed(3, repair(3), CANCELLED, MONDAY));
            cancellations().close(id(2), CANCELLED, MONDAY);

            assertThat(cancellations().claimDue(CHECK_AT.minusMillis(1), LEASE, 9))
                    .isEmpty();
            assertThat(ids(cancellations().claimDue(CHECK_AT, LEASE, 9))).containsExactly(id(1));
        }

        @Test
        void claimDue_shouldTakeItAgain_whenTheLeaseIsOver() {
            added(open(1, repair(1), MONDAY));
            cancellations().claimDue(CHECK_AT, LEASE, 9);

            assertThat(cancellations().claimDue(LEASE.minusMillis(1), LEASE.plusSeconds(1), 9))
                    .isEmpty();
            assertThat(ids(cancellations().claimDue(LEASE, LEASE.plusSeconds(1), 9)))
                    .containsExactly(id(1));
        }

        @Test
        void checkAgain_shouldSetTheTime_whenOpen() {
            added(open(1, repair(1), MONDAY));

            cancellations().checkAgain(id(1), LEASE);

            assertThat(cancellations().claimDue(LEASE.minusMillis(1), LEASE, 9)).isEmpty();
            assertThat(ids(cancellations().claimDue(LEASE, LEASE.plusSeconds(1), 9)))
                    .containsExactly(id(1));
        }

        @Test
        void checkAgain_shouldDoNothing_whenClosedOrUnknown() {
            added(open(1, repair(1), MONDAY));
            cancellations().close(id(1), CANCELLED, MONDAY);

            cancellations().checkAgain(id(1), MONDAY);
            cancellations().checkAgain(id(2), MONDAY);

            assertThat(cancellations().claimDue(LEASE, LEASE, 9)).isEmpty();
        }

        @Test
        void claimDue_shouldGiveEachAttemptToOne_whenManyClaimAtOnce() {
            for (int i = 0; i < 40; i++) {
                added(open(i, repair(i), MONDAY.plusMillis(i)));
            }
            List<Callable<List<CancellationAttempt>>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(() -> cancellations().claimDue(CHECK_AT, LEASE, 10));
            }

            List<CancellationAttempt> taken =
                    AtOnce.run(calls).stream().flatMap(List::stream).toList();

            assertThat(ids(taken)).doesNotHaveDuplicates();
            assertThat(ids(cancellations().claimDue(CHECK_AT, LEASE, 100)))
                    .hasSize(40 - taken.size())
                    .doesNotContainAnyElementsOf(ids(taken));
        }
    }

    @Nested
    class Listing {
        @Test
        void list_shouldBeNewestFirst_whenPaged() {
            for (int i = 1; i <= 3; i++) {
                added(open(i, repair(i), MONDAY.plusSeconds(i)));
            }

            List<CancellationAttempt> first = cancellations().list(Optional.empty(), Optional.empty(), 2);
            List<CancellationAttempt> rest =
                    cancellations().list(Optional.of(first.get(1).requestedAt()), Optional.empty(), 2);

            assertThat(ids(first)).containsExactly(id(3), id(2));
            assertThat(ids(rest)).containsExactly(id(1));
        }

        @Test
        void list_shouldShowOneOutcome_whenAskedTo() {
            added(open(1, repair(1), MONDAY));
            added(closed(2, repair(2), CANCELLED, MONDAY));
            added(closed(3, repair(3), new CancellationOutcome.RefusedByCx("no"), MONDAY));

            assertThat(ids(cancellations().list(Optional.empty(), Optional.of("REFUSED_BY_CX"), 9)))
                    .containsExactly(id(3));
            assertThat(ids(cancellations().list(Optional.empty(), Optional.of("UNKNOWN"), 9)))
                    .containsExactly(id(1));
            assertThat(cancellations().list(Optional.empty(), Optional.of("nonsense"), 9))
                    .isEmpty();
        }
    }

    @Nested
    class ClosingUnlessSent {
        private final CancellationOutcome refused = new CancellationOutcome.Refused(RefusalReason.NOTICE_TOO_SHORT);

        @Test
        void closeUnlessSent_shouldClose_whenItWasNotSentMeanwhile() {
            CancellationAttempt attempt = added(open(1, repair(1), MONDAY).sent(MONDAY));

            assertThat(cancellations().closeUnlessSent(id(1), 1, refused, CHECK_AT))
                    .isTrue();

            assertThat(cancellations().find(id(1))).contains(attempt.closed(refused, CHECK_AT));
        }

        @Test
        void closeUnlessSent_shouldChangeNothing_whenItWasSentAgainOrIsClosed() {
            CancellationAttempt sentTwice =
                    added(open(1, repair(1), MONDAY).sent(MONDAY).sent(MONDAY));
            CancellationAttempt closed = added(closed(2, repair(2), CANCELLED, MONDAY));

            assertThat(cancellations().closeUnlessSent(id(1), 1, refused, CHECK_AT))
                    .isFalse();
            assertThat(cancellations().closeUnlessSent(id(2), 0, refused, CHECK_AT))
                    .isFalse();

            assertThat(cancellations().find(id(1))).contains(sentTwice);
            assertThat(cancellations().find(id(2))).contains(closed);
        }
    }

    @Nested
    class Settling {
        private static final CancellationOutcome NOT_CANCELLED = new CancellationOutcome.RefusedByCx("");

        @Test
        void settle_shouldKeepTheOutcomeWhoAndWhen_whenItIsOpenAndWasNotSentMeanwhile() {
            CancellationAttempt attempt = added(open(1, repair(1), MONDAY).sent(MONDAY));

            assertThat(cancellations().settle(id(1), 1, NOT_CANCELLED, "admin", CHECK_AT))
                    .isTrue();

            assertThat(cancellations().find(id(1))).contains(attempt.settled(NOT_CANCELLED, "admin", CHECK_AT));
            assertThat(cancellations().findOpen(SITE, repair(1))).isEmpty();
            assertThat(cancellations().claimDue(LEASE, LEASE, 9)).isEmpty();
        }

        @Test
        void settle_shouldChangeNothing_whenItWasSentAgainOrIsClosed() {
            CancellationAttempt sentTwice =
                    added(open(1, repair(1), MONDAY).sent(MONDAY).sent(MONDAY));
            CancellationAttempt closed = added(closed(2, repair(2), CANCELLED, MONDAY));

            assertThat(cancellations().settle(id(1), 1, NOT_CANCELLED, "admin", CHECK_AT))
                    .isFalse();
            assertThat(cancellations().settle(id(2), 0, NOT_CANCELLED, "admin", CHECK_AT))
                    .isFalse();
            assertThat(cancellations().settle(id(3), 0, NOT_CANCELLED, "admin", CHECK_AT))
                    .isFalse();

            assertThat(cancellations().find(id(1))).contains(sentTwice);
            assertThat(cancellations().find(id(2))).contains(closed);
        }

        @Test
        void settle_shouldRefuse_whenTheOutcomeIsNotFinal() {
            added(open(1, repair(1), MONDAY));

            assertThatThrownBy(() ->
                            cancellations().settle(id(1), 0, new CancellationOutcome.Unknown(), "admin", CHECK_AT))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("UNKNOWN");
        }

        @Test
        void settle_shouldLetOneWin_whenSomebodyClosesItAtTheSameMoment() {
            added(open(1, repair(1), MONDAY));

            List<Boolean> results = AtOnce.run(List.of(
                    () -> cancellations().settle(id(1), 0, NOT_CANCELLED, "admin", CHECK_AT),
                    () -> cancellations().close(id(1), CANCELLED, CHECK_AT)));

            assertThat(results).containsExactlyInAnyOrder(true, false);
            assertThat(cancellations().find(id(1)).orElseThrow().settledBy().isPresent())
                    .isEqualTo(results.getFirst());
        }
    }

    @Nested
    class WaitingTooLong {
        @Test
        void listNeedingAttention_shouldShowOpenOnes_thatAreLateOrWereSentTooOften() {
            added(open(1, repair(1), MONDAY.minusSeconds(2)));
            added(open(2, repair(2), MONDAY));
            added(open(3, repair(3), MONDAY.plusSeconds(1))
                    .sent(MONDAY)
                    .sent(MONDAY)
                    .sent(MONDAY));
            added(open(4, repair(4), MONDAY.plusSeconds(2)).sent(MONDAY).sent(MONDAY));
            added(closed(5, repair(5), CANCELLED, MONDAY.minusSeconds(9)));

            assertThat(ids(cancellations().listNeedingAttention(MONDAY, Optional.empty(), 9)))
                    .containsExactly(id(3), id(1));
            assertThat(ids(cancellations().listNeedingAttention(MONDAY, Optional.empty(), 1)))
                    .containsExactly(id(3));
            assertThat(ids(cancellations().listNeedingAttention(MONDAY, Optional.of(MONDAY.plusSeconds(1)), 9)))
                    .containsExactly(id(1));
        }

        @Test
        void openSummary_shouldCountWhatIsOpen_andWhatNeedsAttention() {
            assertThat(cancellations().openSummary(MONDAY)).isEqualTo(new OpenSummary(0, 0, Optional.empty()));
            added(open(1, repair(1), MONDAY.minusSeconds(2)));
            added(open(2, repair(2), MONDAY));
            added(open(3, repair(3), MONDAY.plusSeconds(1))
                    .sent(MONDAY)
                    .sent(MONDAY)
                    .sent(MONDAY));
            added(closed(4, repair(4), CANCELLED, MONDAY.minusSeconds(9)));

            assertThat(cancellations().openSummary(MONDAY))
                    .isEqualTo(new OpenSummary(3, 2, Optional.of(MONDAY.minusSeconds(2))));
        }

        @Test
        void openOf_shouldShowTheContactsOpenOnes_oldestFirst() {
            added(open(1, repair(1), MONDAY.plusSeconds(1)));
            added(open(2, repair(2), MONDAY));
            added(closed(3, repair(3), CANCELLED, MONDAY));

            assertThat(ids(cancellations().openOf(StoreSamples.CONTACT))).containsExactly(id(2), id(1));
            assertThat(cancellations().openOf(new ContactReference("OTHER"))).isEmpty();
        }
    }

    @Nested
    class Counting {
        @Test
        void requested_shouldTellWhenTheContactMadeAttempts_openAndClosed() {
            added(open(1, repair(1), MONDAY.plusSeconds(2)));
            added(closed(2, repair(2), CANCELLED, MONDAY.plusSeconds(1)));
            added(closed(3, repair(3), CANCELLED, MONDAY));
            added(open(4, repair(4), MONDAY.minusSeconds(1)));
            added(open(5, repair(5), MONDAY.plusSeconds(3)));
            Instant until = MONDAY.plusSeconds(2);

            assertThat(cancellations().requested(StoreSamples.CONTACT, MONDAY, until))
                    .containsExactly(MONDAY.plusSeconds(1), MONDAY.plusSeconds(2));
            assertThat(cancellations().requested(new ContactReference("OTHER"), MONDAY, until))
                    .isEmpty();
        }
    }

    @Nested
    class Forgetting {
        @Test
        void forget_shouldDeleteTheOldestClosedOnes_andNeverOpenOnes() {
            added(open(1, repair(1), MONDAY.minusSeconds(99)));
            added(closed(2, repair(2), CANCELLED, MONDAY.minusSeconds(1)));
            added(closed(3, repair(3), CANCELLED, MONDAY.minusSeconds(2)));
            added(closed(4, repair(4), CANCELLED, MONDAY));

            assertThat(cancellations().forget(MONDAY, 1)).isEqualTo(1);
            assertThat(cancellations().find(id(3))).isEmpty();
            assertThat(cancellations().find(id(2))).isPresent();
            assertThat(cancellations().forget(MONDAY, 9)).isEqualTo(1);
            assertThat(cancellations().forget(MONDAY, 9)).isZero();

            assertThat(ids(cancellations().list(Optional.empty(), Optional.empty(), 9)))
                    .containsExactly(id(4), id(1));
        }
    }

    @Nested
    class Away {
        private void assertUnavailable(ThrowingCallable call) {
            assertThatThrownBy(call).isInstanceOf(StoreUnavailable.class);
        }

        @Test
        void everyOperation_shouldFail_whenTheStorageIsAway() {
            CancellationAttempt attempt = added(open(1, repair(1), MONDAY));
            takeAway();

            assertUnavailable(() -> add(open(2, repair(2), MONDAY)));
            assertUnavailable(() -> cancellations().find(id(1)));
            assertUnavailable(() -> cancellations().findOpen(SITE, repair(1)));
            assertUnavailable(() -> cancellations().close(id(1), CANCELLED, MONDAY));
            assertUnavailable(() -> cancellations().closeUnlessSent(id(1), 0, CANCELLED, MONDAY));
            assertUnavailable(() -> cancellations().settle(id(1), 0, CANCELLED, "admin", MONDAY));
            assertUnavailable(() -> cancellations().openOf(StoreSamples.CONTACT));
            assertUnavailable(() -> cancellations().requested(StoreSamples.CONTACT, MONDAY, MONDAY));
            assertUnavailable(() -> cancellations().listNeedingAttention(MONDAY, Optional.empty(), 9));
            assertUnavailable(() -> cancellations().openSummary(MONDAY));
            assertUnavailable(() -> cancellations().forget(MONDAY, 9));
            assertUnavailable(() -> cancellations().noteSend(id(1), 0, MONDAY));
            assertUnavailable(() -> cancellations().checkAgain(id(1), MONDAY));
            assertUnavailable(() -> cancellations().claimDue(CHECK_AT, LEASE, 9));
            assertUnavailable(() -> cancellations().list(Optional.empty(), Optional.empty(), 9));

            bringBack();
            assertThat(cancellations().list(Optional.empty(), Optional.empty(), 9))
                    .containsExactly(attempt);
        }
    }
}
