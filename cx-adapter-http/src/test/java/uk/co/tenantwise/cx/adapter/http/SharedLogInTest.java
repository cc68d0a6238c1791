package uk.co.tenantwise.cx.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.co.tenantwise.cx.adapter.http.Answers.empty;
import static uk.co.tenantwise.cx.adapter.http.Answers.ok;
import static uk.co.tenantwise.cx.adapter.http.Faults.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.domain.settings.Secret;
import uk.co.tenantwise.cx.ports.driven.ForSharingLogIns;
import uk.co.tenantwise.cx.ports.driven.SharedLogIn;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** Promise R7 for several nodes: one token serves them all, and rejected credentials are tried by none. */
class SharedLogInTest {
    @RegisterExtension
    final StubCx cx = StubCx.plain();

    private final Shared shared = new Shared();
    private final CxRestClient one = node();
    private final CxRestClient two = node();

    private CxRestClient node() {
        return cx.client(UnaryOperator.identity(), HostResolver.SYSTEM, shared);
    }

    private void read(CxRestClient node) {
        node.companies().companies(cx.connection());
    }

    private List<String> tokensShown() {
        return cx.requests().stream()
                .map(request -> String.valueOf(request.getHeaders().get("Authorization")))
                .toList();
    }

    /** What nodes know together, and nothing while they are {@code apart}. */
    private static final class Shared implements ForSharingLogIns {
        private final Map<CxConnection, SharedLogIn> known = new ConcurrentHashMap<>();
        private final ReentrantLock lock = new ReentrantLock();
        private final AtomicInteger asked = new AtomicInteger();
        private volatile boolean apart;
        private volatile boolean forgetful = true;

        @Override
        public Optional<SharedLogIn> find(CxConnection connection) {
            asked.incrementAndGet();
            return apart ? Optional.empty() : Optional.ofNullable(known.get(connection));
        }

        @Override
        public void share(CxConnection connection, SharedLogIn logIn) {
            if (!apart) {
                known.put(connection, logIn);
            }
        }

        @Override
        public void forget(CxConnection connection, SharedLogIn refused) {
            if (forgetful) {
                known.remove(connection, refused);
            }
        }

        @Override
        public void forgetAll() {
            known.clear();
        }

        @Override
        public <T> T alone(CxConnection connection, Duration patience, Supplier<T> logIn) {
            lock.lock();
            try {
                return logIn.get();
            } finally {
                lock.unlock();
            }
        }
    }

    @Test
    void logIn_shouldHappenOnce_whenTwoNodesNeedAToken() {
        read(one);
        read(two);

        assertThat(cx.logInRequests()).hasSize(1);
        assertThat(tokensShown()).containsExactly("Bearer T1", "Bearer T1");
    }

    @Test
    void logIn_shouldHappenOnce_whenTwoNodesNeedATokenAtTheSameTime() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        cx.answersBy(request -> {
            if (request.getTarget().equals("/api/token")) {
                arrived.countDown();
                await(go);
            }
            return null;
        });
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> first = executor.submit(() -> read(one));
            await(arrived);
            Future<?> second = executor.submit(() -> read(two));
            while (!shared.lock.hasQueuedThreads()) {
                Thread.onSpinWait();
            }
            go.countDown();
            first.get(10, TimeUnit.SECONDS);
            second.get(10, TimeUnit.SECONDS);
        }
        assertThat(cx.logInRequests()).hasSize(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void logIn_shouldHappenOnceMore_whenTheTokenOfTwoNodesIsRefused() {
        read(one);
        read(two);
        cx.answersBy(request -> "Bearer T1".equals(request.getHeaders().get("Authorization")) ? empty(401) : null);

        read(one);
        read(two);

        assertThat(cx.logInRequests()).hasSize(2);
        assertThat(tokensShown()).endsWith("Bearer T1", "Bearer T2", "Bearer T1", "Bearer T2");
    }

    /** Found by the soak: nodes that were apart had two tokens, and Cx forgot both; the second one's 401 held the credentials. */
    @Test
    void credentials_shouldNotBeHeld_whenCxForgetsTheTokensOfTwoNodes() {
        shared.apart = true;
        read(one);
        shared.apart = false;
        read(two);
        cx.answersBy(request -> List.of("Bearer T1", "Bearer T2")
                        .contains(String.valueOf(request.getHeaders().get("Authorization")))
                ? empty(401)
                : null);

        read(one);
        read(two);

        assertThat(cx.logInRequests()).hasSize(3);
        assertThat(tokensShown())
                .containsExactly(
                        "Bearer T1", "Bearer T2", "Bearer T1", "Bearer T2", "Bearer T3", "Bearer T2", "Bearer T3");
    }

    @Test
    void credentials_shouldNotBeHeld_whenEachTokenThatOthersShareIsRefused() {
        read(one);
        read(two);
        cx.answersBy(request -> {
            String shown = String.valueOf(request.getHeaders().get("Authorization"));
            return switch (shown) {
                case "Bearer T1" -> {
                    othersShare("B");
                    yield empty(401);
                }
                case "Bearer B" -> {
                    othersShare("C");
                    yield empty(401);
                }
                case "Bearer C" -> empty(401);
                default -> null;
            };
        });
        fault(CxFault.CredentialsRejected.class, () -> read(two));

        read(two);

        assertThat(tokensShown())
                .containsExactly("Bearer T1", "Bearer T1", "Bearer T1", "Bearer B", "Bearer C", "Bearer T2");
    }

    private void othersShare(String token) {
        shared.share(cx.connection(), new SharedLogIn.Accepted(Secret.of(token), cx.clock.instant(), Optional.empty()));
    }

    @Test
    void token_shouldNotBeTakenAgain_whenItWasRefusedAndOthersStillKnowIt() {
        read(one);
        shared.forgetful = false;
        cx.answers(empty(401), ok("[]"));

        read(one);

        assertThat(tokensShown()).containsExactly("Bearer T1", "Bearer T1", "Bearer T2");
    }

    @Test
    void logIn_shouldHappen_whenTheTokenOfAnotherNodeHasExpired() {
        cx.answersLogIns(ok("{\"Token\":\"X\",\"ExpiresAt\":\"2026-12-01T12:00:10Z\"}"));
        read(one);
        cx.clock.advance(Duration.ofSeconds(9));

        read(two);

        assertThat(tokensShown()).containsExactly("Bearer X", "Bearer T1");
    }

    /** Regression: each node would try a rejected password once, and two or three tries lock the account. */
    @Test
    void logIn_shouldNotBeTried_whenAnotherNodeWasRejected() {
        cx.answersLogIns(empty(401));
        fault(CxFault.CredentialsRejected.class, () -> read(one));

        fault(CxFault.CredentialsRejected.class, () -> read(two));
        cx.clock.advance(Duration.ofHours(1));
        fault(CxFault.CredentialsRejected.class, () -> read(two));

        assertThat(cx.logInRequests()).hasSize(1);
    }

    @Test
    void reads_shouldWorkOnAllNodes_whenTheTestOfOneWorks() {
        cx.answersLogIns(empty(401));
        fault(CxFault.CredentialsRejected.class, () -> read(one));
        fault(CxFault.CredentialsRejected.class, () -> read(two));

        one.probing().logIn(cx.connection());
        cx.clock.advance(Duration.ofSeconds(1));
        read(two);

        assertThat(cx.logInRequests()).hasSize(2);
    }

    @Test
    void reads_shouldWorkOnAllNodes_whenOneReleasesTheCredentials() {
        cx.answersLogIns(empty(401));
        fault(CxFault.CredentialsRejected.class, () -> read(one));
        fault(CxFault.CredentialsRejected.class, () -> read(two));

        one.credentials().release();
        read(one);
        cx.clock.advance(Duration.ofSeconds(1));
        read(two);

        assertThat(cx.logInRequests()).hasSize(2);
    }

    @Test
    void logIn_shouldBeTriedAfterAMinute_whenOnlyTheReleaseIsKnown() {
        cx.answersLogIns(empty(401));
        fault(CxFault.CredentialsRejected.class, () -> read(two));
        one.credentials().release();

        cx.clock.advance(Duration.ofSeconds(59));
        fault(CxFault.CredentialsRejected.class, () -> read(two));
        cx.clock.advance(Duration.ofSeconds(1));
        read(two);
    }

    /** Regression: that others cannot be asked looked like a release, and the account would have been locked. */
    @Test
    void logIn_shouldNotBeTriedAgainForAMinute_whenOthersCannotBeAsked() {
        shared.apart = true;
        cx.answersLogIns(empty(401), empty(401));
        for (int second = 0; second < 60; second++) {
            fault(CxFault.CredentialsRejected.class, () -> read(one));
            cx.clock.advance(Duration.ofMillis(900));
        }

        assertThat(cx.logInRequests()).hasSize(1);
    }

    @Test
    void others_shouldBeAskedNowAndThen_whileCredentialsAreHeld() {
        cx.answersLogIns(empty(401));
        fault(CxFault.CredentialsRejected.class, () -> read(one));
        int before = shared.asked.get();

        for (int i = 0; i < 100; i++) {
            fault(CxFault.CredentialsRejected.class, () -> read(one));
        }

        assertThat(shared.asked.get() - before).isEqualTo(1);
    }

    @Test
    void rejection_shouldNotBeShared_whenTheCredentialsWereReleasedMeanwhile() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        cx.answersBy(request -> {
            if (request.getTarget().equals("/api/token") && arrived.getCount() > 0) {
                arrived.countDown();
                await(go);
                return empty(401);
            }
            return null;
        });
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> old = executor.submit(() -> fault(CxFault.CredentialsRejected.class, () -> read(one)));
            await(arrived);
            one.credentials().release();
            go.countDown();
            old.get(10, TimeUnit.SECONDS);
        }

        read(one);
        assertThat(cx.logInRequests()).hasSize(2);
    }

    @Test
    void credentials_shouldBeHeldOnAllNodes_whenTheTokenOfANewLogInIsRefused() {
        cx.answers(empty(401));
        fault(CxFault.CredentialsRejected.class, () -> read(one));

        fault(CxFault.CredentialsRejected.class, () -> read(two));

        assertThat(cx.logInRequests()).hasSize(2);
        assertThat(cx.requests()).hasSize(2);
    }
}
