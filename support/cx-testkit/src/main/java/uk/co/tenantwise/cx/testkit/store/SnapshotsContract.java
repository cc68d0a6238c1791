package uk.co.tenantwise.cx.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;
import uk.co.tenantwise.cx.ports.driven.ForKeepingSnapshots;
import uk.co.tenantwise.cx.ports.driven.SnapshotKey;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** What every implementation of {@link ForKeepingSnapshots} must do. */
public abstract class SnapshotsContract {
    private static final SettingsVersion SOURCE = new SettingsVersion(3);
    private static final SnapshotKey KEY = new SnapshotKey(SOURCE, new ContactReference("CON 1"));
    private static final SnapshotKey OTHER = new SnapshotKey(SOURCE, new ContactReference("CON 2"));

    /** The keeper under test; the same one within a test, empty at its start. */
    protected abstract ForKeepingSnapshots<String> snapshots();

    /** A retrieval on a thread of its own that stands still until it is let go. */
    private static final class Held {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CompletableFuture<String> result = new CompletableFuture<>();
        private final CompletableFuture<String> answer = new CompletableFuture<>();

        String retrieval() {
            begun.countDown();
            try {
                return result.get(60, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                switch (e.getCause()) {
                    case RuntimeException fault -> throw fault;
                    case Error error -> throw error;
                    case null, default -> throw new IllegalStateException(e);
                }
            } catch (InterruptedException | TimeoutException e) {
                throw new IllegalStateException(e);
            }
        }

        Held begin(Supplier<String> call) {
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    answer.complete(call.get());
                } catch (Throwable thrown) {
                    answer.completeExceptionally(thrown);
                }
            });
            try {
                assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return this;
        }

        String answer() {
            return answer.orTimeout(60, TimeUnit.SECONDS).join();
        }
    }

    private Held retrieving() {
        Held held = new Held();
        return held.begin(() -> snapshots().retrieve(KEY, snapshots().latest(KEY), held::retrieval));
    }

    private Held retrievingAnew() {
        Held held = new Held();
        return held.begin(() -> snapshots().retrieveAnew(KEY, held::retrieval));
    }

    /** Waits for the running retrieval on a thread of its own; returns once that thread stands still. */
    private CompletableFuture<String> joining() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread waiter = Thread.ofPlatform().daemon().start(() -> {
            try {
                answer.complete(snapshots().retrieve(KEY, snapshots().latest(KEY), () -> "retrieved once more"));
            } catch (Throwable thrown) {
                answer.completeExceptionally(thrown);
            }
        });
        while (waiter.getState() != Thread.State.WAITING && !answer.isDone()) {
            Thread.onSpinWait();
        }
        return answer.orTimeout(60, TimeUnit.SECONDS);
    }

    private void keep(SnapshotKey key, String snapshot) {
        assertThat(snapshots().retrieve(key, snapshots().latest(key), () -> snapshot))
                .isEqualTo(snapshot);
    }

    @Nested
    class Keeping {
        @Test
        void find_shouldBeEmpty_whenNothingWasRetrieved() {
            assertThat(snapshots().find(KEY)).isEmpty();
        }

        @Test
        void retrieve_shouldKeepTheResult_whenItSucceeds() {
            keep(KEY, "one");

            assertThat(snapshots().find(KEY)).contains("one");
            assertThat(snapshots().find(OTHER)).isEmpty();
        }

        @Test
        void retrieve_shouldRetrieveAgain_whenSomethingIsKept() {
            keep(KEY, "one");
            keep(KEY, "two");

            assertThat(snapshots().find(KEY)).contains("two");
        }

        @Test
        void find_shouldNotWait_whenARetrievalIsRunning() {
            keep(KEY, "one");
            Held running = retrieving();

            assertThat(snapshots().find(KEY)).contains("one");

            running.result.complete("two");
            assertThat(running.answer()).isEqualTo("two");
            assertThat(snapshots().find(KEY)).contains("two");
        }

        @Test
        void find_shouldBeEmpty_whenTheSourceIsAnother() {
            keep(KEY, "one");

            assertThat(snapshots().find(new SnapshotKey(SOURCE.next(), KEY.contact())))
                    .isEmpty();
        }

        @Test
        void retrieve_shouldRunOnTheCallersThread() {
            CompletableFuture<Thread> ranOn = new CompletableFuture<>();

            snapshots().retrieve(KEY, snapshots().latest(KEY), () -> {
                ranOn.complete(Thread.currentThread());
                return "one";
            });

            assertThat(ranOn).isCompletedWithValue(Thread.currentThread());
        }
    }

    @Nested
    class SingleFlight {
        @Test
        void retrieve_shouldRetrieveOnce_whenAThousandAskAtOnce() {
            Held first = retrieving();
            AtomicInteger others = new AtomicInteger();
            List<Callable<String>> calls = new ArrayList<>();
            AtomicInteger arrived = new AtomicInteger();
            for (int i = 0; i < 1_000; i++) {
                calls.add(() -> {
                    if (arrived.incrementAndGet() == 1_000) {
                        first.result.complete("one");
                    }
                    return snapshots()
                            .find(KEY)
                            .orElseGet(() -> snapshots().retrieve(KEY, Optional.empty(), () -> {
                                others.incrementAndGet();
                                return "two";
                            }));
                });
            }

            List<String> answers = AtOnce.run(calls);

            assertThat(first.answer()).isEqualTo("one");
            assertThat(answers).hasSize(1_000).containsOnly("one");
            assertThat(others).hasValue(0);
        }

        @Test
        void retrieve_shouldJoin_whenOneIsRunning() {
            Held running = retrieving();
            CompletableFuture<String> joined = joining();

            running.result.complete("one");

            assertThat(joined.join()).isEqualTo("one");
        }

        @Test
        void retrieve_shouldNotWait_whenAnotherKeyIsBeingRetrieved() {
            Held running = retrieving();

            keep(OTHER, "other");

            running.result.complete("one");
            assertThat(running.answer()).isEqualTo("one");
        }

        @Test
        void retrieve_shouldBeginANewOne_whenTheFormerHasEnded() {
            Held running = retrieving();
            running.result.complete("one");
            running.answer();

            assertThat(snapshots().retrieve(KEY, snapshots().latest(KEY), () -> "two"))
                    .isEqualTo("two");
        }
    }

    @Nested
    class Seen {
        @Test
        void retrieve_shouldGiveWhatIsKept_whenItIsOtherThanWhatWasSeen() {
            keep(KEY, "one");
            Optional<String> seen = snapshots().latest(KEY);
            keep(KEY, "two");

            assertThat(snapshots().retrieve(KEY, seen, () -> "three")).isEqualTo("two");

            assertThat(snapshots().find(KEY)).contains("two");
        }

        @Test
        void retrieve_shouldGiveWhatIsKept_whenNothingWasSeen() {
            keep(KEY, "one");

            assertThat(snapshots().retrieve(KEY, Optional.empty(), () -> "two")).isEqualTo("one");
        }

        @Test
        void retrieve_shouldRetrieve_whenWhatWasSeenIsForgottenByNow() {
            keep(KEY, "one");
            Optional<String> seen = snapshots().latest(KEY);
            snapshots().drop(KEY);

            assertThat(snapshots().retrieve(KEY, seen, () -> "two")).isEqualTo("two");
        }

        @Test
        void latest_shouldBeWhatWasKeptLast() {
            assertThat(snapshots().latest(KEY)).isEmpty();

            keep(KEY, "one");

            assertThat(snapshots().latest(KEY)).contains("one");
        }
    }

    @Nested
    class Failing {
        @Test
        void retrieve_shouldThrowTheFaultItselfAndKeepWhatWasKept_whenTheRetrievalFails() {
            CxFault fault = new CxFault.TimedOut("repairs took longer than 10 s");
            keep(KEY, "one");

            assertThatThrownBy(() -> snapshots().retrieve(KEY, snapshots().latest(KEY), () -> {
                        throw fault;
                    }))
                    .isSameAs(fault);

            assertThat(snapshots().find(KEY)).contains("one");
        }

        @Test
        void retrieve_shouldGiveEveryWaiterTheSameFault_whenTheRetrievalFails() {
            CxFault fault = new CxFault.TimedOut("repairs took longer than 10 s");
            Held running = retrieving();
            CompletableFuture<String> joined = joining();

            running.result.completeExceptionally(fault);

            assertThatThrownBy(joined::join).cause().isSameAs(fault);
            assertThatThrownBy(running::answer).cause().isSameAs(fault);
            assertThat(snapshots().find(KEY)).isEmpty();
        }

        @Test
        void retrieve_shouldNotLeaveAWaiterStuck_whenTheCallerDiesByAnError() {
            Error error = new StackOverflowError("deep");
            Held running = retrieving();
            CompletableFuture<String> joined = joining();

            running.result.completeExceptionally(error);

            assertThatThrownBy(joined::join).cause().isSameAs(error);
            assertThat(snapshots().retrieve(KEY, snapshots().latest(KEY), () -> "two"))
                    .isEqualTo("two");
        }

        @Test
        void retrieve_shouldTryAgain_whenTheFormerFailed() {
            assertThatThrownBy(() -> snapshots().retrieve(KEY, snapshots().latest(KEY), () -> {
                        throw new CxFault.TimedOut("slow");
                    }))
                    .isInstanceOf(CxFault.TimedOut.class);

            keep(KEY, "two");
        }
    }

    @Nested
    class Anew {
        @Test
        void retrieveAnew_shouldNotJoin_whenOneIsRunning() {
            Held running = retrieving();

            assertThat(snapshots().retrieveAnew(KEY, () -> "after")).isEqualTo("after");

            running.result.complete("before");
            assertThat(running.answer()).isEqualTo("before");
            assertThat(snapshots().find(KEY)).contains("after");
        }

        @Test
        void retrieveAnew_shouldBeJoined_whenOthersComeLater() {
            Held superseded = retrieving();
            Held anew = retrievingAnew();
            CompletableFuture<String> joined = joining();

            superseded.result.complete("before");
            assertThat(superseded.answer()).isEqualTo("before");
            assertThat(snapshots().find(KEY)).isEmpty();
            anew.result.complete("after");

            assertThat(joined.join()).isEqualTo("after");
            assertThat(anew.answer()).isEqualTo("after");
            assertThat(snapshots().find(KEY)).contains("after");
        }

        @Test
        void retrieveAnew_shouldKeepWhatWasKept_whenItFails() {
            CxFault fault = new CxFault.TimedOut("slow");
            keep(KEY, "one");

            assertThatThrownBy(() -> snapshots().retrieveAnew(KEY, () -> {
                        throw fault;
                    }))
                    .isSameAs(fault);

            assertThat(snapshots().find(KEY)).contains("one");
        }
    }

    @Nested
    class Dropping {
        @Test
        void drop_shouldForgetOne_whenItIsKept() {
            keep(KEY, "one");
            keep(OTHER, "other");

            assertThat(snapshots().drop(KEY)).isTrue();
            assertThat(snapshots().drop(KEY)).isFalse();

            assertThat(snapshots().find(KEY)).isEmpty();
            assertThat(snapshots().find(OTHER)).contains("other");
        }

        @Test
        void drop_shouldKeepARunningResultOut_whenOneIsRunning() {
            Held running = retrieving();

            assertThat(snapshots().drop(KEY)).isFalse();
            running.result.complete("before");

            assertThat(running.answer()).isEqualTo("before");
            assertThat(snapshots().find(KEY)).isEmpty();
        }

        @Test
        void drop_shouldLetTheNextBeginAnew_whenOneIsRunning() {
            Held running = retrieving();
            snapshots().drop(KEY);

            keep(KEY, "after");
            running.result.complete("before");

            assertThat(running.answer()).isEqualTo("before");
            assertThat(snapshots().find(KEY)).contains("after");
        }

        @Test
        void dropAll_shouldForgetEverything_andSayHowMany() {
            keep(KEY, "one");
            keep(OTHER, "other");
            Held running = retrieving();

            assertThat(snapshots().dropAll()).isEqualTo(2);
            running.result.complete("before");

            assertThat(running.answer()).isEqualTo("before");
            assertThat(snapshots().find(KEY)).isEmpty();
            assertThat(snapshots().find(OTHER)).isEmpty();
            assertThat(snapshots().dropAll()).isZero();
        }
    }

    @Nested
    class Holding {
        @Test
        void held_shouldListOneSource_whenThereAreTwo() {
            SnapshotKey elsewhere = new SnapshotKey(SOURCE.next(), KEY.contact());
            keep(KEY, "one");
            keep(OTHER, "other");
            keep(elsewhere, "elsewhere");

            assertThat(snapshots().held(SOURCE)).containsExactlyInAnyOrder("one", "other");
            assertThat(snapshots().held(SOURCE.next())).containsExactly("elsewhere");
        }

        @Test
        void held_shouldNotFollow_whenSomethingChangesLater() {
            keep(KEY, "one");
            List<String> held = snapshots().held(SOURCE);

            snapshots().dropAll();

            assertThat(held).containsExactly("one");
        }
    }
}
