package uk.co.tenantwise.cx.adapter.persistence.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Ticker;
import io.lettuce.core.KillArgs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.settings.Secret;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;
import uk.co.tenantwise.cx.ports.driven.SharedLogIn;
import uk.co.tenantwise.cx.ports.driven.SnapshotKey;
import uk.co.tenantwise.cx.ports.fault.CxFault;
import uk.co.tenantwise.cx.testkit.Builders;

/** Each test does something else to a Redis of its own; both nodes go on, and find back to each other. */
@NullUnmarked
class RedisAwayTest {
    private static final SnapshotKey KEY = key(1);

    private final List<AutoCloseable> opened = new ArrayList<>();
    private Path keyFile;
    private RedisServer redis;
    private Node a;
    private Node b;

    private static SnapshotKey key(int number) {
        return new SnapshotKey(new SettingsVersion(3), new ContactReference("CON " + number));
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        keyFile = folder.resolve("cx.key");
        redis = RedisServer.start();
        a = Node.open(redis, keyFile);
        b = Node.open(redis, keyFile);
        opened.addAll(List.of(a, b, redis));
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    private static void keep(Node node, SnapshotKey key, String snapshot) {
        assertThat(node.snapshots().retrieve(key, node.snapshots().latest(key), () -> snapshot))
                .isEqualTo(snapshot);
    }

    /** Both nodes have it in memory. */
    private void keepOnBoth(String snapshot) {
        keep(a, KEY, snapshot);
        Eventually.isTrue("it is in the other node's memory", () -> {
            long before = b.hits().local();
            return b.snapshots().find(KEY).equals(Optional.of(snapshot))
                    && b.hits().local() > before;
        });
    }

    private void bothAway() {
        a.away();
        b.away();
    }

    private void bothReached() {
        a.reached();
        b.reached();
    }

    @Nested
    class Stopped {
        @Test
        void find_shouldGiveWhatTheNodeKnows_whenRedisStops() {
            keepOnBoth("one");

            redis.stop();

            assertThat(a.snapshots().find(KEY)).contains("one");
            assertThat(b.snapshots().latest(KEY)).contains("one");
            bothAway();
            keep(a, KEY, "two");
            keep(a, key(2), "other");
            assertThat(a.snapshots().find(KEY)).contains("two");
            assertThat(a.snapshots().retrieve(key(2), Optional.empty(), () -> "again"))
                    .isEqualTo("other");
            assertThat(b.snapshots().find(KEY)).contains("one");
        }

        @Test
        void retrieve_shouldBeSharedAgain_whenRedisComesBackEmpty() {
            keepOnBoth("one");
            redis.stop();
            bothAway();
            keep(a, KEY, "two");

            redis.startAgain();
            bothReached();

            // What was told in the meantime cannot be known: nothing is trusted, all is retrieved again.
            assertThat(b.snapshots().find(KEY)).isEmpty();
            assertThat(b.snapshots().retrieve(KEY, Optional.empty(), () -> "three"))
                    .isEqualTo("three");
            assertThat(a.snapshots().latest(KEY)).contains("three");
        }

        @Test
        void retrieve_shouldRetrieveOnceOnEachNode_whenRedisIsAway() throws Exception {
            redis.stop();
            bothAway();
            AtomicInteger retrievals = new AtomicInteger();
            CountDownLatch start = new CountDownLatch(1);
            List<Future<String>> answers = new ArrayList<>();

            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 1_000; i++) {
                    Node node = i % 2 == 0 ? a : b;
                    answers.add(threads.submit(() -> {
                        start.await();
                        return node.snapshots().retrieve(KEY, Optional.empty(), () -> {
                            retrievals.incrementAndGet();
                            return "one";
                        });
                    }));
                }
                start.countDown();
            }

            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo("one");
            }
            assertThat(retrievals).hasValue(2);
        }

        @Test
        void retrieve_shouldPassTheFaultOn_whenRedisIsAway() {
            CxFault fault = new CxFault.TimedOut("slow");
            redis.stop();
            bothAway();

            assertThatThrownBy(() -> a.snapshots().retrieve(KEY, Optional.empty(), () -> {
                        throw fault;
                    }))
                    .isSameAs(fault);
        }

        @Test
        void open_shouldNotNeedRedis() {
            redis.stop();

            Node late = Node.open(redis, keyFile, Node.OPTIONS, Ticker.systemTicker());
            opened.add(0, late);
            keep(late, KEY, "one");
            assertThat(late.snapshots().find(KEY)).contains("one");
            redis.startAgain();

            late.reached();
            keep(late, KEY, "two");
            assertThat(a.reached().snapshots().latest(KEY)).contains("two");
        }

        @Test
        void share_shouldReachTheOthersLater_whenTheLogInWasMadeWithoutRedis() {
            SharedLogIn logIn = new SharedLogIn.Accepted(Secret.of("token"), Builders.NOW, Optional.empty());
            redis.stop();
            bothAway();
            a.logIns().share(Builders.CONNECTION, logIn);
            assertThat(a.logIns().find(Builders.CONNECTION)).contains(logIn);
            assertThat(b.logIns().find(Builders.CONNECTION)).isEmpty();
            assertThat(a.logIns().alone(Builders.CONNECTION, Duration.ofMinutes(1), () -> "alone"))
                    .isEqualTo("alone");

            redis.startAgain();
            bothReached();

            assertThat(a.logIns().find(Builders.CONNECTION)).contains(logIn);
            assertThat(b.logIns().find(Builders.CONNECTION)).contains(logIn);
        }

        /** Guards against: a rejection that was put right on another node meanwhile holds all nodes. */
        @Test
        void find_shouldHoldThisNodeOnly_whenTheRejectionIsFromATimeWhenRedisWasAway() {
            SharedLogIn rejected = new SharedLogIn.Rejected(Builders.NOW);
            redis.freeze();
            b.logIns().share(Builders.CONNECTION, rejected);
            redis.thaw();
            bothReached();

            assertThat(b.logIns().find(Builders.CONNECTION)).contains(rejected);
            assertThat(a.logIns().find(Builders.CONNECTION)).isEmpty();
            assertThat(b.logIns().find(Builders.CONNECTION)).contains(rejected);

            a.logIns().forgetAll();
            Eventually.isTrue(
                    "it is let go", () -> b.logIns().find(Builders.CONNECTION).isEmpty());
        }

        @Test
        void forget_shouldNotBeUndone_whenRedisWasAway() {
            SharedLogIn logIn = new SharedLogIn.Rejected(Builders.NOW);
            a.logIns().share(Builders.CONNECTION, logIn);
            redis.freeze();

            a.logIns().forget(Builders.CONNECTION, logIn);
            redis.thaw();
            bothReached();

            assertThat(a.logIns().find(Builders.CONNECTION)).isEmpty();
            assertThat(b.logIns().find(Builders.CONNECTION)).isEmpty();
        }
    }

    @Nested
    class Frozen {
        @Test
        void find_shouldDelayHardlyAnybody_whenRedisStandsStill() {
            Node node = Node.open(redis, keyFile, Node.OPTIONS, Ticker.systemTicker(), RedisLink.COMMAND_PATIENCE);
            opened.add(0, node);
            Eventually.isTrue("it is in its memory", () -> {
                if (node.snapshots().find(KEY).isEmpty()) {
                    node.snapshots().retrieve(KEY, Optional.empty(), () -> "one");
                }
                return node.link().isHearing() && node.snapshots().find(KEY).isPresent();
            });
            redis.freeze();
            long began = System.nanoTime();

            for (int i = 0; i < 1_000; i++) {
                assertThat(node.snapshots().find(KEY)).contains("one");
                assertThat(node.snapshots().latest(KEY)).contains("one");
                assertThat(node.snapshots().latest(key(2))).isEmpty();
            }

            // With 50 ms for each it would be more than a minute.
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
            assertThat(node.link().failures()).isPositive();
            node.away();
        }

        @Test
        void node_shouldNotice_whenNobodyAsks() {
            redis.freeze();

            Eventually.isTrueWithin(
                    // Before it counts as deaf.
                    Duration.ofMillis(2_500),
                    "the node goes by itself",
                    () -> !a.link().isUsable());
        }

        @Test
        void latest_shouldNotBringBackWhatWasDropped_whenRedisWasAway() {
            keepOnBoth("one");
            redis.freeze();

            assertThat(a.snapshots().drop(KEY)).isTrue();
            assertThat(a.snapshots().find(KEY)).isEmpty();
            redis.thaw();
            bothReached();

            assertThat(a.snapshots().latest(KEY)).isEmpty();
            assertThat(b.snapshots().latest(KEY)).isEmpty();
            assertThat(b.snapshots().find(KEY)).isEmpty();
        }

        @Test
        void latest_shouldNotBringBackWhatWasSuperseded_whenRedisWasAway() {
            keepOnBoth("before");
            redis.freeze();

            assertThat(a.snapshots().retrieveAnew(KEY, () -> "after")).isEqualTo("after");
            redis.thaw();
            bothReached();

            assertThat(a.snapshots().latest(KEY)).isEmpty();
            assertThat(b.snapshots().latest(KEY)).isEmpty();
            assertThat(b.snapshots().find(KEY)).isEmpty();
        }

        @Test
        void latest_shouldFindNothing_whenEverythingWasDroppedWhileRedisWasAway() {
            keepOnBoth("one");
            redis.freeze();

            a.snapshots().dropAll();
            redis.thaw();
            bothReached();

            assertThat(a.snapshots().latest(KEY)).isEmpty();
            assertThat(b.snapshots().latest(KEY)).isEmpty();
        }

        @Test
        void latest_shouldFindNothing_whenMoreWasDroppedThanIsRemembered() {
            keepOnBoth("one");
            keep(a, key(2), "other");
            redis.freeze();

            a.snapshots().drop(KEY);
            for (int i = 10; i < 3_000; i++) {
                a.snapshots().drop(key(i));
            }
            redis.thaw();
            bothReached();

            assertThat(b.snapshots().latest(KEY)).isEmpty();
            assertThat(b.snapshots().latest(key(2))).isEmpty();
        }

        @Test
        void retrieve_shouldNotWaitForALease_whenItWasAskedForInVain() {
            redis.freeze();
            keep(a, KEY, "one");
            redis.thaw();
            bothReached();

            // A lease that Redis gave late, to nobody, would last for half a minute.
            long began = System.nanoTime();
            keep(b, KEY, "two");

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Nested
    class Unwilling {
        @Test
        void retrieve_shouldSucceed_whenRedisIsFull() {
            keepOnBoth("one");
            redis.administer(commands -> commands.configSet("maxmemory-policy", "noeviction"));
            redis.administer(commands -> commands.configSet("maxmemory", "1"));

            keep(a, KEY, "two");

            assertThat(a.snapshots().find(KEY)).contains("two");
            a.away();
            redis.administer(commands -> commands.configSet("maxmemory", "0"));
            bothReached();
            keep(a, KEY, "three");
            assertThat(b.snapshots().latest(KEY)).contains("three");
        }

        @Test
        void retrieve_shouldSucceed_whenRedisIsAReplica() {
            keepOnBoth("one");
            redis.administer(commands -> commands.replicaof("127.0.0.1", 1));

            keep(a, KEY, "two");

            assertThat(a.snapshots().find(KEY)).contains("two");
            a.away();
            redis.administer(commands -> commands.replicaofNoOne());
            bothReached();
            assertThat(b.snapshots().latest(KEY)).isNotEqualTo(Optional.of("one"));
            keep(a, KEY, "three");
            assertThat(b.snapshots().latest(KEY)).contains("three");
        }

        @Test
        void retrieve_shouldRetrieveAgain_whenRedisWasFlushed() {
            keepOnBoth("one");

            redis.administer(commands -> commands.flushall());

            assertThat(a.snapshots().latest(KEY)).isEmpty();
            assertThat(a.snapshots().retrieve(KEY, Optional.empty(), () -> "two"))
                    .isEqualTo("two");
            assertThat(b.snapshots().latest(KEY)).contains("two");
            assertThat(a.link().failures()).isZero();
        }

        @Test
        void retrieve_shouldGiveTheResultOnly_whenRedisIsFlushedMeanwhile() {
            assertThat(a.snapshots().retrieve(KEY, Optional.empty(), () -> {
                        redis.administer(commands -> commands.flushall());
                        return "one";
                    }))
                    .isEqualTo("one");

            assertThat(a.snapshots().latest(KEY)).isEmpty();
            keep(b, KEY, "two");
        }
    }

    @Nested
    class Deaf {
        @Test
        void find_shouldNotTrustTheMemory_whenTheSubscriptionWasLost() {
            keepOnBoth("one");

            redis.administer(commands -> commands.clientKill(KillArgs.Builder.typePubsub()));
            a.snapshots().drop(KEY);

            Eventually.isTrueWithin(
                    Duration.ofSeconds(10),
                    "the other node has none",
                    () -> b.snapshots().find(KEY).isEmpty());
            bothReached();
            assertThat(b.snapshots().latest(KEY)).isEmpty();
        }
    }
}
