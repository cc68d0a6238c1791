package uk.co.tenantwise.cx.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.domain.settings.Secret;
import uk.co.tenantwise.cx.ports.driven.ForSharingLogIns;
import uk.co.tenantwise.cx.ports.driven.SharedLogIn;
import uk.co.tenantwise.cx.ports.fault.CxFault;
import uk.co.tenantwise.cx.testkit.Builders;

/** What every implementation of {@link ForSharingLogIns} must do. */
public abstract class LogInsContract {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant NOW = Builders.NOW;
    private static final CxConnection CONNECTION = connection("https://cx.example.org", "portal", "Secret 1");
    private static final SharedLogIn.Accepted ACCEPTED = accepted("token 1");
    private static final SharedLogIn.Rejected REJECTED = new SharedLogIn.Rejected(NOW);

    /** The sharer under test; the same one within a test, without knowledge at its start. */
    protected abstract ForSharingLogIns logIns();

    /** Another node's, if there can be one; else the same. */
    protected ForSharingLogIns onAnotherNode() {
        return logIns();
    }

    private static CxConnection connection(String url, String username, String password) {
        return new CxConnection(ApiUrl.parse(url), username, Secret.of(password));
    }

    private static SharedLogIn.Accepted accepted(String token) {
        return new SharedLogIn.Accepted(Secret.of(token), NOW, Optional.of(NOW.plus(Duration.ofMinutes(20))));
    }

    @Nested
    class Sharing {
        @Test
        void find_shouldBeEmpty_whenNothingWasShared() {
            assertThat(logIns().find(CONNECTION)).isEmpty();
        }

        @Test
        void find_shouldGiveTheToken_whenAnotherNodeHasLoggedIn() {
            logIns().share(CONNECTION, ACCEPTED);

            assertThat(logIns().find(CONNECTION)).contains(ACCEPTED);
            assertThat(onAnotherNode().find(CONNECTION)).contains(ACCEPTED);
        }

        @Test
        void find_shouldGiveATokenWithoutEnd_whenCxDidNotSayOne() {
            SharedLogIn endless = new SharedLogIn.Accepted(Secret.of("token"), NOW, Optional.empty());

            logIns().share(CONNECTION, endless);

            assertThat(onAnotherNode().find(CONNECTION)).contains(endless);
        }

        @Test
        void find_shouldSayRejected_whenAnotherNodeWasRejected() {
            logIns().share(CONNECTION, REJECTED);

            assertThat(onAnotherNode().find(CONNECTION)).contains(REJECTED);
        }

        @Test
        void share_shouldTakeThePlaceOfWhatWasKnown() {
            logIns().share(CONNECTION, REJECTED);
            logIns().share(CONNECTION, ACCEPTED);

            assertThat(logIns().find(CONNECTION)).contains(ACCEPTED);
        }

        @Test
        void find_shouldBeEmpty_whenUrlUserOrPasswordIsAnother() {
            logIns().share(CONNECTION, ACCEPTED);

            assertThat(Stream.of(
                                    connection("https://other.example.org", "portal", "Secret 1"),
                                    connection("https://cx.example.org", "portal2", "Secret 1"),
                                    connection("https://cx.example.org", "portal", "Secret 2"),
                                    connection("https://cx.example.org", "portalS", "ecret 1"))
                            .map(logIns()::find)
                            .toList())
                    .containsOnly(Optional.empty());
        }
    }

    @Nested
    class Forgetting {
        @Test
        void forget_shouldForget_whenItIsStillWhatIsKnown() {
            logIns().share(CONNECTION, ACCEPTED);
            onAnotherNode().find(CONNECTION);

            onAnotherNode().forget(CONNECTION, ACCEPTED);

            assertThat(onAnotherNode().find(CONNECTION)).isEmpty();
        }

        @Test
        void forget_shouldKeepTheNewer_whenAnotherHasTakenItsPlace() {
            logIns().share(CONNECTION, ACCEPTED);
            SharedLogIn newer = accepted("token 2");
            logIns().share(CONNECTION, newer);

            logIns().forget(CONNECTION, ACCEPTED);

            assertThat(logIns().find(CONNECTION)).contains(newer);
        }

        @Test
        void forgetAll_shouldForgetEveryConnection() {
            CxConnection other = connection("https://cx.example.org", "other", "Secret 1");
            logIns().share(CONNECTION, REJECTED);
            logIns().share(other, ACCEPTED);

            logIns().forgetAll();

            assertThat(logIns().find(CONNECTION)).isEmpty();
            assertThat(logIns().find(other)).isEmpty();
        }
    }

    @Nested
    class Alone {
        @Test
        void alone_shouldGiveWhatTheLogInGives() {
            assertThat(logIns().alone(CONNECTION, PATIENCE, () -> "answer")).isEqualTo("answer");
        }

        @Test
        void alone_shouldRunOneAtATime_whenManyAskAtOnce() {
            AtomicInteger inside = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            List<ForSharingLogIns> nodes = List.of(logIns(), onAnotherNode());

            AtOnce.run(IntStream.range(0, 20)
                    .<Callable<Integer>>mapToObj(number ->
                            () -> nodes.get(number % 2).alone(CONNECTION, PATIENCE, () -> {
                                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                                for (int spin = 0; spin < 10_000; spin++) {
                                    Thread.onSpinWait();
                                }
                                return inside.decrementAndGet();
                            }))
                    .toList());

            assertThat(most).hasValue(1);
        }

        @Test
        void alone_shouldNotWait_whenTheCredentialsAreOthers() {
            String answer = logIns().alone(
                            CONNECTION,
                            PATIENCE,
                            () -> onAnotherNode()
                                    .alone(
                                            connection("https://cx.example.org", "other", "Secret 1"),
                                            PATIENCE,
                                            () -> "answer"));

            assertThat(answer).isEqualTo("answer");
        }

        @Test
        void alone_shouldRunAllTheSame_whenPatienceIsOver() throws Exception {
            CountDownLatch begun = new CountDownLatch(1);
            CompletableFuture<String> end = new CompletableFuture<>();
            CompletableFuture<String> first = CompletableFuture.supplyAsync(
                    () -> logIns().alone(CONNECTION, PATIENCE, () -> {
                        begun.countDown();
                        return end.join();
                    }),
                    task -> Thread.ofPlatform().daemon().start(task));
            assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();

            assertThat(onAnotherNode().alone(CONNECTION, Duration.ofMillis(200), () -> "second"))
                    .isEqualTo("second");

            assertThat(first).isNotDone();
            end.complete("first");
            assertThat(first.get(60, TimeUnit.SECONDS)).isEqualTo("first");
        }

        @Test
        void alone_shouldThrowTheFaultAndLetTheNextIn_whenTheLogInFails() {
            CxFault fault = new CxFault.TimedOut("slow");

            assertThatThrownBy(() -> logIns().alone(CONNECTION, PATIENCE, () -> {
                        throw fault;
                    }))
                    .isSameAs(fault);

            assertThat(onAnotherNode().alone(CONNECTION, PATIENCE, () -> "next"))
                    .isEqualTo("next");
        }
    }
}
