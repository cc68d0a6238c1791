package uk.co.tenantwise.cx.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static uk.co.tenantwise.cx.adapter.http.Answers.ok;
import static uk.co.tenantwise.cx.adapter.http.Faults.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.co.tenantwise.cx.ports.fault.CxFault;
import uk.co.tenantwise.cx.ports.fault.FaultCode;

/** Promise R6: a bounded number of calls at a time, a bounded queue, and everybody else is turned away at once. */
class BulkheadTest {
    private static final Duration BOUND = Duration.ofSeconds(10);

    private static void await(BooleanSupplier condition) {
        assertTimeoutPreemptively(BOUND, () -> {
            while (!condition.getAsBoolean()) {
                Thread.onSpinWait();
            }
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(BOUND.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Nested
    class Alone {
        private final Tally tally = new Tally();
        private final Bulkhead bulkhead = new Bulkhead(2, Duration.ofMinutes(1), tally);

        private void enter() {
            bulkhead.enter(Deadline.in(Duration.ofMinutes(1)));
        }

        @Test
        void enter_shouldThrowBusyAtOnce_whenTheQueueIsFull() throws Exception {
            enter();
            enter();
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> queue = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    queue.add(executor.submit(this::enter));
                }
                await(() -> bulkhead.waiting() == 8);

                CxFault.Busy busy = assertTimeoutPreemptively(BOUND, () -> fault(CxFault.Busy.class, this::enter));

                assertThat(busy.code()).isEqualTo(FaultCode.CX_BUSY);
                assertThat(busy.retryAfter().orElseThrow()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
                assertThat(busy.readMayBeRetried()).isFalse();
                assertThat(tally.shed().sum()).isEqualTo(1);
                assertThat(bulkhead.inFlight()).isEqualTo(2);
                queue.forEach(waiting -> bulkhead.leave());
                for (Future<?> each : queue) {
                    each.get(10, TimeUnit.SECONDS);
                }
            }
            assertThat(bulkhead.waiting()).isZero();
        }

        @Test
        void enter_shouldThrowBusy_whenTheDeadlineComesFirst() {
            enter();
            enter();

            assertTimeoutPreemptively(
                    BOUND, () -> fault(CxFault.Busy.class, () -> bulkhead.enter(Deadline.in(Duration.ofMillis(20)))));
            assertThat(bulkhead.waiting()).isZero();
        }

        @Test
        void enter_shouldThrowBusy_whenItsTurnDoesNotComeInTime() {
            Bulkhead impatient = new Bulkhead(1, Duration.ofMillis(20), tally);
            impatient.enter(Deadline.in(BOUND));

            assertTimeoutPreemptively(
                    BOUND, () -> fault(CxFault.Busy.class, () -> impatient.enter(Deadline.in(BOUND))));
        }
    }

    @Nested
    class OfAClient {
        @RegisterExtension
        final StubCx cx = StubCx.plain();

        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        @Test
        void cx_shouldNeverGetMoreCallsAtATime_whenManyArrive() throws Exception {
            CxRestClient client = cx.client(options -> options.withMaxCalls(4));
            client.companies().companies(cx.connection());
            CountDownLatch arrived = new CountDownLatch(4);
            CountDownLatch go = new CountDownLatch(1);
            cx.answersBy(request -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                arrived.countDown();
                await(go);
                now.decrementAndGet();
                return ok("[]");
            });
            AtomicInteger served = new AtomicInteger();
            AtomicInteger shed = new AtomicInteger();
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> reads = new ArrayList<>();
                for (int i = 0; i < 40; i++) {
                    reads.add(executor.submit(() -> {
                        try {
                            client.companies().companies(cx.connection());
                            served.incrementAndGet();
                        } catch (CxFault.Busy busy) {
                            shed.incrementAndGet();
                        }
                    }));
                }
                await(arrived);
                assertThat(client.traffic().inFlight()).isEqualTo(4);
                await(() -> shed.get() >= 20);
                go.countDown();
                for (Future<?> each : reads) {
                    each.get(10, TimeUnit.SECONDS);
                }
            }

            assertThat(most).hasValueLessThanOrEqualTo(4);
            assertThat(served.get()).isGreaterThanOrEqualTo(4);
            assertThat(served.get() + shed.get()).isEqualTo(40);
            assertThat(cx.requests()).hasSize(1 + served.get());
            assertThat(client.traffic().shed()).isEqualTo(shed.get());
            assertThat(client.traffic().inFlight()).isZero();
            assertThat(client.traffic().waiting()).isZero();
        }

        @Test
        void place_shouldBeGivenBack_whenACallTimesOut() {
            cx.answers(Answers.silence(), ok("[]"));
            CxRestClient client = cx.client(options -> options.withMaxCalls(1).withApiTimeout(Duration.ofSeconds(2)));
            fault(CxFault.TimedOut.class, () -> client.companies().companies(cx.connection()));

            assertThat(client.traffic().inFlight()).isZero();
            client.companies().companies(cx.connection());
        }

        @Test
        void listener_shouldHearOfEachRequest_whenItIsServedAndWhenNot() {
            cx.answers(ok("[]"), ok("nothing"));
            cx.client().companies().companies(cx.connection());
            fault(CxFault.ContractBroken.class, () -> cx.client().companies().companies(cx.connection()));

            assertThat(cx.heard())
                    .containsExactly(
                            new StubCx.Heard(CxCallKind.LOG_IN, Optional.empty()),
                            new StubCx.Heard(CxCallKind.COMPANIES, Optional.empty()),
                            new StubCx.Heard(CxCallKind.COMPANIES, Optional.of(FaultCode.CX_CONTRACT_BROKEN)));
        }
    }
}
