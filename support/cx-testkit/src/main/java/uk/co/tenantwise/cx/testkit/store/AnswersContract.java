package uk.co.tenantwise.cx.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.co.tenantwise.cx.testkit.store.StoreSamples.CONTACT;
import static uk.co.tenantwise.cx.testkit.store.StoreSamples.MONDAY;
import static uk.co.tenantwise.cx.testkit.store.StoreSamples.id;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.cancellation.IdempotencyKey;
import uk.co.tenantwise.cx.domain.cancellation.RefusalReason;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.ports.driven.ForRememberingAnswers;
import uk.co.tenantwise.cx.ports.driven.KeyedRequest;
import uk.co.tenantwise.cx.ports.driven.RememberedAnswer;
import uk.co.tenantwise.cx.ports.fault.StoreUnavailable;

/** What every implementation of {@link ForRememberingAnswers} must do. */
public abstract class AnswersContract {
    private static final IdempotencyKey KEY = new IdempotencyKey("k-1");
    private static final CancellationOutcome REFUSED = new CancellationOutcome.Refused(RefusalReason.NOTICE_TOO_SHORT);

    /** The memory under test; the same one within a test, empty at its start. */
    protected abstract ForRememberingAnswers answers();

    /** Makes the storage behind {@link #answers()} unreachable. */
    protected abstract void takeAway();

    /** Ends what {@link #takeAway()} began. */
    protected abstract void bringBack();

    private Optional<RememberedAnswer> found() {
        return answers().find(CONTACT, KEY, MONDAY);
    }

    private RememberedAnswer remember(String fingerprint, int attempt) {
        return answers().remember(CONTACT, new KeyedRequest(KEY, fingerprint, MONDAY, MONDAY), id(attempt));
    }

    private static RememberedAnswer unanswered(String fingerprint, int attempt) {
        return new RememberedAnswer(fingerprint, id(attempt), Optional.empty());
    }

    @Nested
    class Remembering {
        @Test
        void find_shouldBeEmpty_whenNothingWasRemembered() {
            assertThat(found()).isEmpty();
        }

        @Test
        void find_shouldShowTheAttempt_whenThereIsNoAnswerYet() {
            remember("f1", 1);

            assertThat(found()).contains(unanswered("f1", 1));
        }

        @Test
        void find_shouldBeEmpty_whenTheKeyIsAnotherContactsOrInAnotherCase() {
            remember("f1", 1);

            assertThat(answers().find(new ContactReference("OTHER"), KEY, MONDAY))
                    .isEmpty();
            assertThat(answers().find(CONTACT, new IdempotencyKey("K-1"), MONDAY))
                    .isEmpty();
        }

        @Test
        void find_shouldBeEmpty_whenItWasRememberedTooLongAgo() {
            remember("f1", 1);

            assertThat(answers().find(CONTACT, KEY, MONDAY.plusMillis(1))).isEmpty();
        }

        @Test
        void remember_shouldReplaceEverything_whenTheKeyWasUsedLongAgo() {
            Instant longAgo = MONDAY.minusSeconds(90_000);
            answers().remember(CONTACT, new KeyedRequest(KEY, "f1", longAgo, longAgo), id(1));
            answers().answered(CONTACT, KEY, id(1), REFUSED);

            assertThat(remember("f2", 2)).isEqualTo(unanswered("f2", 2));

            assertThat(found()).contains(unanswered("f2", 2));
        }

        /** Two nodes that got the same request at once answered it with an attempt each. */
        @Test
        void remember_shouldKeepTheFirst_whenItIsStillRemembered() {
            remember("f1", 1);
            answers().answered(CONTACT, KEY, id(1), REFUSED);

            RememberedAnswer first = new RememberedAnswer("f1", id(1), Optional.of(REFUSED));
            assertThat(remember("f2", 2)).isEqualTo(first);
            assertThat(found()).contains(first);
        }

        @Test
        void remember_shouldTellAllOfTheFirst_whenManyUseTheSameKeyAtOnce() {
            List<Callable<RememberedAnswer>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                int number = i;
                calls.add(() -> remember("f" + number, number));
            }

            assertThat(AtOnce.run(calls)).hasSize(8).containsOnly(found().orElseThrow());
        }
    }

    @Nested
    class Answering {
        @Test
        void answered_shouldKeepEachOutcome() {
            List<CancellationOutcome> outcomes = List.of(
                    new CancellationOutcome.Cancelled(),
                    new CancellationOutcome.AlreadyCancelled(),
                    REFUSED,
                    new CancellationOutcome.RefusedByCx("no\u00a0way"),
                    new CancellationOutcome.Unknown());
            for (CancellationOutcome outcome : outcomes) {
                answers().forget(MONDAY.plusSeconds(1));
                remember("f1", 1);

                answers().answered(CONTACT, KEY, id(1), outcome);

                assertThat(found()).contains(new RememberedAnswer("f1", id(1), Optional.of(outcome)));
            }
        }

        @Test
        void answered_shouldKeepTheFirst_whenAnsweredTwice() {
            remember("f1", 1);
            answers().answered(CONTACT, KEY, id(1), REFUSED);

            answers().answered(CONTACT, KEY, id(1), new CancellationOutcome.Cancelled());
            answers().answered(CONTACT, KEY, id(1), new CancellationOutcome.Unknown());

            assertThat(found().flatMap(RememberedAnswer::answered)).contains(REFUSED);
        }

        /** A repeat that came while the first request was under way made UNKNOWN the answer, after CANCELLED was given. */
        @Test
        void answered_shouldPreferAnOutcome_whenARepeatWasToldThatItIsUnknown() {
            remember("f1", 1);
            answers().answered(CONTACT, KEY, id(1), new CancellationOutcome.Unknown());

            answers().answered(CONTACT, KEY, id(1), new CancellationOutcome.Cancelled());

            assertThat(found().flatMap(RememberedAnswer::answered)).contains(new CancellationOutcome.Cancelled());
        }

        /** Guards against: of two requests under one key on two nodes, one writes its outcome into the answer of the other. */
        @Test
        void answered_shouldDoNothing_whenTheKeyBelongsToAnotherAttempt() {
            remember("f1", 1);

            answers().answered(CONTACT, KEY, id(2), new CancellationOutcome.Cancelled());

            assertThat(found()).contains(unanswered("f1", 1));
        }

        @Test
        void answered_shouldDoNothing_whenNothingWasRemembered() {
            answers().answered(CONTACT, KEY, id(1), REFUSED);

            assertThat(found()).isEmpty();
        }
    }

    @Nested
    class Forgetting {
        @Test
        void forget_shouldLeaveTheYounger_whenSomeAreOld() {
            IdempotencyKey old = new IdempotencyKey("old");
            Instant before = MONDAY.minusMillis(1);
            answers().remember(CONTACT, new KeyedRequest(old, "f0", before, before), id(0));
            remember("f1", 1);

            answers().forget(MONDAY);

            assertThat(answers().find(CONTACT, old, MONDAY.minusSeconds(9))).isEmpty();
            assertThat(found()).contains(unanswered("f1", 1));
        }
    }

    @Nested
    class Away {
        @Test
        void everyOperation_shouldFail_whenTheStorageIsAway() {
            remember("f1", 1);
            takeAway();

            assertThatThrownBy(AnswersContract.this::found).isInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(() -> remember("f2", 2)).isInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(() -> answers().answered(CONTACT, KEY, id(1), REFUSED))
                    .isInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(() -> answers().forget(MONDAY)).isInstanceOf(StoreUnavailable.class);

            bringBack();
            assertThat(found()).contains(unanswered("f1", 1));
        }
    }
}
