package uk.co.tenantwise.cx.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static uk.co.tenantwise.cx.adapter.http.Answers.empty;
import static uk.co.tenantwise.cx.adapter.http.Answers.html;
import static uk.co.tenantwise.cx.adapter.http.Answers.json;
import static uk.co.tenantwise.cx.adapter.http.Answers.ok;
import static uk.co.tenantwise.cx.adapter.http.Faults.fault;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.co.tenantwise.cx.adapter.http.CxTraffic.BreakerState;
import uk.co.tenantwise.cx.domain.repair.AppointmentId;
import uk.co.tenantwise.cx.ports.fault.CxFault;
import uk.co.tenantwise.cx.ports.fault.FaultCode;
import uk.co.tenantwise.cx.testkit.ManualClock;

/** Promise R5: half of at least 20 calls in 10 seconds fail, and Cx is left alone for 5 to 15 seconds. */
class BreakerTest {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15).plusMillis(1);
    private static final MockResponse BROKEN = ok("nothing");

    @RegisterExtension
    final StubCx cx = StubCx.plain();

    @RegisterExtension
    final StubCx other = StubCx.plain();

    private void read() {
        cx.client().companies().companies(cx.connection());
    }

    private void cancel() {
        cx.client().cancelling().cancelAppointment(cx.access(), new AppointmentId("A"), "");
    }

    private BreakerState state() {
        return cx.client().traffic().breaker();
    }

    private void readFailing(int times) {
        for (int i = 0; i < times; i++) {
            fault(CxFault.ContractBroken.class, this::read);
        }
    }

    /** The log-in is the first of the 20 calls. */
    private void open() {
        cx.answers(BROKEN);
        readFailing(19);
        assertThat(state()).isEqualTo(BreakerState.OPEN);
        assertThat(cx.requests()).hasSize(19);
    }

    private void answersFromNowOn(MockResponse answer) {
        cx.answersBy(request -> request.getTarget().equals("/api/token") ? null : answer);
    }

    /** Guards against: the one call that finds out about Cx is lost, and nobody ever asks again. */
    @Test
    void enter_shouldLetSomebodyThroughAndCloseAgain_whenManyComeAtTheEndOfThePause() throws Exception {
        ManualClock clock = ManualClock.atNow();
        Breaker breaker = new Breaker(clock);
        try (ExecutorService executor = Executors.newFixedThreadPool(8)) {
            for (int round = 0; round < 300; round++) {
                for (int call = 0; call < 20; call++) {
                    breaker.failed(breaker.enter(), new CxFault.TimedOut("late"));
                }
                clock.advance(Duration.ofSeconds(16));
                CyclicBarrier together = new CyclicBarrier(8);
                List<Callable<Void>> callers = Collections.nCopies(8, () -> {
                    together.await();
                    try {
                        breaker.served(breaker.enter());
                    } catch (CxFault.TimedOut leftAlone) {
                        // Somebody else finds out.
                    }
                    return null;
                });
                for (Future<Void> caller : executor.invokeAll(callers)) {
                    caller.get();
                }
                assertThat(breaker.state()).as("round %d", round).isEqualTo(BreakerState.CLOSED);
                clock.advance(Duration.ofSeconds(16));
            }
        }
    }

    @Nested
    class Opening {
        static Stream<Arguments> failures() {
            return Stream.of(
                    Arguments.of(BROKEN, CxFault.ContractBroken.class),
                    Arguments.of(html(403), CxFault.AddressNotWhitelisted.class),
                    Arguments.of(empty(500), CxFault.Unavailable.class),
                    Arguments.of(html(502), CxFault.Unavailable.class),
                    Arguments.of(Answers.hangUp(), CxFault.Unreachable.class));
        }

        @ParameterizedTest
        @MethodSource("failures")
        void read_shouldThrowTheSameFaultWithoutACall_whenHalfFailed(
                MockResponse failure, Class<? extends CxFault> type) {
            cx.answers(failure);
            while (state() == BreakerState.CLOSED && cx.requests().size() < 50) {
                fault(type, BreakerTest.this::read);
            }
            assertThat(cx.requests()).hasSize(19);

            CxFault fault = fault(type, BreakerTest.this::read);

            assertThat(fault.detail()).contains("left alone for");
            assertThat(fault.retryAfter().orElseThrow()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(15));
            assertThat(fault.readMayBeRetried()).isFalse();
            fault(type, BreakerTest.this::cancel);
            assertThat(cx.requests()).hasSize(19);
            assertThat(cx.client().traffic().openedBy()).contains(fault.code());
        }

        @Test
        void read_shouldThrowTimedOutWithoutACall_whenNothingAnswers() throws Exception {
            cx.answers(Answers.silence());
            CxRestClient client = cx.client(
                    options -> options.withApiTimeout(Duration.ofMillis(500)).withMaxCalls(20));
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 20; i++) {
                    var unused = executor.submit(() -> client.companies().companies(cx.connection()));
                }
            }
            int sent = cx.requests().size();

            fault(CxFault.TimedOut.class, () -> client.companies().companies(cx.connection()));

            assertThat(client.traffic().openedBy()).contains(FaultCode.CX_TIMED_OUT);
            assertThat(cx.requests()).hasSize(sent);
        }

        @Test
        void read_shouldAnswerAtOnce_whileOpen() {
            open();

            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> readFailing(100));

            assertThat(cx.requests()).hasSize(19);
        }

        @Test
        void breaker_shouldStayClosed_whenFewerThanTwentyWereCalled() {
            cx.answers(BROKEN);
            readFailing(18);

            assertThat(state()).isEqualTo(BreakerState.CLOSED);
        }

        @Test
        void breaker_shouldStayClosed_whenFewerThanHalfFailed() {
            cx.answers(BROKEN);
            readFailing(15);
            cx.clock.advance(Duration.ofSeconds(10));
            answersFromNowOn(ok("[]"));
            for (int i = 0; i < 11; i++) {
                read();
            }
            answersFromNowOn(BROKEN);
            readFailing(10);
            assertThat(state()).isEqualTo(BreakerState.CLOSED);

            readFailing(1);
            assertThat(state()).isEqualTo(BreakerState.OPEN);
        }

        @Test
        void breaker_shouldStayClosed_whenFailuresAreTenSecondsApart() {
            cx.answers(BROKEN);
            readFailing(18);
            cx.clock.advance(Duration.ofSeconds(10));
            readFailing(19);

            assertThat(state()).isEqualTo(BreakerState.CLOSED);
        }

        static Stream<Arguments> answersOfCxItself() {
            return Stream.of(
                    Arguments.of(json(404, "{}"), CxFault.NotFound.class),
                    Arguments.of(json(403, "{}"), CxFault.NoApiPermission.class),
                    Arguments.of(json(400, "{}"), CxFault.Refused.class),
                    Arguments.of(ok("{\"Success\":false}"), CxFault.Refused.class));
        }

        @ParameterizedTest
        @MethodSource("answersOfCxItself")
        void breaker_shouldStayClosed_whenCxAnswersAsItMay(MockResponse answer, Class<? extends CxFault> type) {
            cx.answers(answer);
            for (int i = 0; i < 40; i++) {
                fault(type, BreakerTest.this::read);
            }

            assertThat(state()).isEqualTo(BreakerState.CLOSED);
            assertThat(cx.requests()).hasSize(40);
        }

        @Test
        void breaker_shouldNotTouchAnotherInstance_whenOneFails() {
            open();

            cx.client().companies().companies(other.connection());

            assertThat(other.requests()).hasSize(1);
            fault(CxFault.ContractBroken.class, BreakerTest.this::read);
            assertThat(cx.requests()).hasSize(19);
        }
    }

    @Nested
    class Closing {
        @Test
        void read_shouldNotBeSent_whenLessThanFiveSecondsHavePassed() {
            open();
            cx.clock.advance(Duration.ofMillis(4_999));

            readFailing(5);

            assertThat(cx.requests()).hasSize(19);
        }

        @Test
        void breaker_shouldClose_whenTheOneCallIsServed() {
            open();
            answersFromNowOn(ok("[]"));
            cx.clock.advance(LONGEST_PAUSE);

            read();
            assertThat(state()).isEqualTo(BreakerState.CLOSED);
            read();

            assertThat(cx.requests()).hasSize(21);
            assertThat(cx.client().traffic().openedBy()).isEmpty();
        }

        @Test
        void breaker_shouldOpenAgain_whenTheOneCallFails() {
            open();
            cx.clock.advance(LONGEST_PAUSE);

            readFailing(10);

            assertThat(state()).isEqualTo(BreakerState.OPEN);
            assertThat(cx.requests()).hasSize(20);
        }

        @Test
        void read_shouldNotBeSent_whileTheOneCallIsUnderWay() throws Exception {
            open();
            CountDownLatch arrived = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            cx.answersBy(request -> {
                arrived.countDown();
                await(go);
                return ok("[]");
            });
            cx.clock.advance(LONGEST_PAUSE);
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<?> probe = executor.submit(BreakerTest.this::read);
                await(arrived);
                assertThat(state()).isEqualTo(BreakerState.HALF_OPEN);

                assertThat(fault(CxFault.ContractBroken.class, BreakerTest.this::read)
                                .retryAfter())
                        .contains(Duration.ofSeconds(1));

                go.countDown();
                probe.get(10, TimeUnit.SECONDS);
            }
            assertThat(cx.requests()).hasSize(20);
            assertThat(state()).isEqualTo(BreakerState.CLOSED);
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Test
        void release_shouldLetCxBeCalled_whileOpen() {
            open();
            answersFromNowOn(ok("[]"));

            cx.client().credentials().release();
            read();

            assertThat(cx.requests()).hasSize(20);
        }

        @Test
        void logInOfATest_shouldBeSentAndClose_whileOpen() {
            open();
            answersFromNowOn(ok("[]"));

            cx.client().probing().logIn(cx.connection());
            read();

            assertThat(cx.logInRequests()).hasSize(2);
            assertThat(cx.requests()).hasSize(20);
        }

        @Test
        void logInOfATest_shouldBeSentAndNotClose_whenItFails() {
            open();
            cx.answersLogIns(empty(500));

            fault(CxFault.Unavailable.class, () -> cx.client().probing().logIn(cx.connection()));

            assertThat(cx.logInRequests()).hasSize(2);
            readFailing(1);
            assertThat(cx.requests()).hasSize(19);
        }
    }

    /** What a call that began before tells is old: it must neither close nor open anything. */
    @Nested
    class LateEnds {
        private final ManualClock clock = ManualClock.atNow();
        private final Breaker breaker = new Breaker(clock);
        private final CxFault fault = new CxFault.TimedOut("late");

        private void fail(int times) {
            for (int i = 0; i < times; i++) {
                breaker.failed(breaker.enter(), fault);
            }
        }

        @Test
        void breaker_shouldWaitForTheOneCall_whenAnOlderOneEnds() {
            long old = breaker.enter();
            fail(20);
            clock.advance(LONGEST_PAUSE);
            long probe = breaker.enter();

            breaker.served(old);
            assertThat(breaker.state()).isEqualTo(BreakerState.HALF_OPEN);
            breaker.failed(old, fault);
            assertThat(breaker.state()).isEqualTo(BreakerState.HALF_OPEN);

            breaker.served(probe);
            assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
        }

        @Test
        void breaker_shouldLetAnotherTry_whenTheOneCallToldNothing() {
            fail(20);
            clock.advance(LONGEST_PAUSE);

            breaker.untold(breaker.enter());
            breaker.served(breaker.enter());

            assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
        }

        @Test
        void gate_shouldStayOpen_whenCallersGiveUp() {
            CxGate gate = new CxGate(1, clock, new Tally());
            for (int i = 0; i < 30; i++) {
                fault(
                        CxFault.TimedOut.class,
                        () -> gate.pass(Deadline.in(Duration.ofSeconds(5)), () -> {
                            Thread.currentThread().interrupt();
                            throw fault;
                        }));
                assertThat(Thread.interrupted()).isTrue();
            }

            assertThat(gate.breaker().state()).isEqualTo(BreakerState.CLOSED);
        }
    }
}
