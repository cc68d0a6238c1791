package uk.co.tenantwise.cx.adapter.persistence.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;
import uk.co.tenantwise.cx.ports.driven.SnapshotKey;
import uk.co.tenantwise.cx.ports.fault.CxFault;
import uk.co.tenantwise.cx.testkit.Builders;

/** What two nodes of an instance do on one Redis that works. */
@NullUnmarked
class TwoNodesTest {
    private static final SettingsVersion SOURCE = new SettingsVersion(3);
    private static final SnapshotKey KEY = new SnapshotKey(SOURCE, new ContactReference("CON 1"));
    /** A second is what it takes; without the message it would be a day, and a busy machine may stand still for seconds. */
    private static final Duration TOLD = Duration.ofSeconds(10);

    private static RedisServer redis;

    private final List<Node> nodes = new ArrayList<>();
    private Path keyFile;
    private Node a;
    private Node b;

    @BeforeAll
    static void start() {
        redis = RedisServer.start();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        keyFile = folder.resolve("cx.key");
        a = node(Node.open(redis, keyFile));
        b = node(Node.open(redis, keyFile));
    }

    @AfterEach
    void close() {
        nodes.forEach(Node::close);
    }

    private Node node(Node opened) {
        nodes.add(opened);
        return opened;
    }

    private static void keep(Node node, String snapshot) {
        assertThat(node.snapshots().retrieve(KEY, node.snapshots().latest(KEY), () -> snapshot))
                .isEqualTo(snapshot);
    }

    private static boolean has(Node node, String snapshot) {
        return node.snapshots().find(KEY).equals(Optional.of(snapshot));
    }

    /** Keeps it on one node, and in the memory of both. */
    private void keepOnBoth(String snapshot) {
        keep(a, snapshot);
        assertThat(b.snapshots().find(KEY)).contains(snapshot);
        long fetched = b.hits().shared();
        Eventually.isTrue("the other node answers from its memory", () -> {
            long before = b.hits().local();
            return has(b, snapshot) && b.hits().local() > before;
        });
        assertThat(b.hits().shared()).isGreaterThanOrEqualTo(fetched);
    }

    /** A retrieval on a thread of its own that stands still until it is let go. */
    private static final class Held {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CompletableFuture<String> result = new CompletableFuture<>();
        private final CompletableFuture<String> answer = new CompletableFuture<>();

        static Held on(Node node) {
            Held held = new Held();
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    held.answer.complete(
                            node.snapshots().retrieve(KEY, node.snapshots().latest(KEY), () -> {
                                held.begun.countDown();
                                return held.given();
                            }));
                } catch (Throwable thrown) {
                    held.answer.completeExceptionally(thrown);
                }
            });
            return held;
        }

        private String given() {
            try {
                return result.orTimeout(60, TimeUnit.SECONDS).join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof CxFault fault) {
                    throw fault;
                }
                throw e;
            }
        }

        Held begun() {
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

    @Nested
    class SingleFlight {
        @Test
        void retrieve_shouldRetrieveOnce_whenAThousandReadersAskTwoNodes() {
            AtomicInteger retrievals = new AtomicInteger();
            CountDownLatch start = new CountDownLatch(1);
            CountDownLatch arrived = new CountDownLatch(1_000);
            List<CompletableFuture<String>> answers = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                Node node = nodes.get(i % 2);
                CompletableFuture<String> answer = new CompletableFuture<>();
                answers.add(answer);
                Thread.ofVirtual().start(() -> {
                    try {
                        start.await();
                        arrived.countDown();
                        answer.complete(node.snapshots()
                                .find(KEY)
                                .orElseGet(() -> node.snapshots().retrieve(KEY, Optional.empty(), () -> {
                                    retrievals.incrementAndGet();
                                    await(arrived);
                                    return "one";
                                })));
                    } catch (Throwable thrown) {
                        answer.completeExceptionally(thrown);
                    }
                });
            }

            start.countDown();

            assertThat(answers.stream()
                            .map(answer ->
                                    answer.orTimeout(60, TimeUnit.SECONDS).join())
                            .toList())
                    .hasSize(1_000)
                    .containsOnly("one");
            assertThat(retrievals).hasValue(1);
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Test
        void retrieve_shouldGiveTheOthersFault_whenTheNodeWaitedForItAndItFailed() {
            Held first = Held.on(a).begun();
            Held second = Held.on(b);
            Eventually.isTrue("the second waits for the lease", () -> b.isWaiting(KEY));

            first.result.completeExceptionally(new CxFault.Throttled("too many", Optional.of(Duration.ofSeconds(7))));

            assertThatThrownBy(first::answer).rootCause().isInstanceOf(CxFault.Throttled.class);
            assertThatThrownBy(second::answer)
                    .cause()
                    .isInstanceOfSatisfying(
                            CxFault.Throttled.class,
                            fault -> assertThat(fault.retryAfter()).contains(Duration.ofSeconds(7)));
            assertThat(second.begun.getCount()).isEqualTo(1);
        }

        @Test
        void retrieve_shouldTryForItself_whenAnotherNodeFailedBefore() {
            Held first = Held.on(a).begun();
            first.result.completeExceptionally(new CxFault.TimedOut("slow"));
            assertThatThrownBy(first::answer).isNotNull();

            keep(b, "two");
        }

        /** The lease lasts an hour: what counts is that nothing is heard of the node. */
        @Test
        void retrieve_shouldTakeOver_whenTheNodeThatRetrievesDies() {
            RedisOptions longLease = new RedisOptions(100, Node.DAY, Duration.ofHours(1));
            Node dying = node(
                    Node.open(redis, keyFile, longLease, Ticker.systemTicker()).reached());
            Held lost = Held.on(dying).begun();
            Held next = Held.on(b);
            Eventually.isTrue("the second waits for the lease", () -> b.isWaiting(KEY));
            dying.close();

            redis.administer(commands -> commands.del(life(dying)));

            next.begun().result.complete("two");
            assertThat(next.answer()).isEqualTo("two");
            lost.result.complete("one");
            assertThat(lost.answer()).isEqualTo("one");
            assertThat(b.snapshots().latest(KEY)).contains("two");
        }

        @Test
        void retrieve_shouldGoOnWaiting_whileTheNodeThatRetrievesLives() {
            Held first = Held.on(a).begun();
            Held second = Held.on(b);
            Eventually.isTrue("the second waits for the lease", () -> b.isWaiting(KEY));
            long scripts = scripts();
            Eventually.isTrue("the second has asked again and again", () -> scripts() > scripts + 3);

            first.result.complete("one");

            assertThat(second.answer()).isEqualTo("one");
            assertThat(second.begun.getCount()).isEqualTo(1);
        }

        @Test
        void node_shouldShowThatItLives_andNotForLong() {
            assertThat(redis.<Long>administer(commands -> commands.pttl(life(a))))
                    .isBetween(1L, RedisSession.LIFE.toMillis());

            redis.administer(commands -> commands.del(life(a)));

            Eventually.isTrue("it shows it again", () -> redis.administer(commands -> commands.exists(life(a))) == 1);
        }

        @Test
        void logIn_shouldBeTakenOver_whenTheNodeThatLogsInDies() {
            Duration anHour = Duration.ofHours(1);
            CountDownLatch loggingIn = new CountDownLatch(1);
            CountDownLatch over = new CountDownLatch(1);
            Node dying = node(Node.open(redis, keyFile));
            Thread.ofPlatform()
                    .daemon()
                    .start(() -> dying.logIns().alone(Builders.CONNECTION, anHour, () -> {
                        loggingIn.countDown();
                        await(over);
                        return "late";
                    }));
            await(loggingIn);
            dying.close();
            redis.administer(commands -> commands.del(life(dying)));

            assertThat(b.logIns().alone(Builders.CONNECTION, anHour, () -> "answer"))
                    .isEqualTo("answer");
            over.countDown();
        }

        private static String life(Node node) {
            return node.link().lifeOf(node.link().token());
        }

        private static long scripts() {
            String calls = redis.administer(commands -> commands.info("commandstats"))
                    .replaceAll("(?s).*cmdstat_eval:calls=(\\d+).*", "$1");
            return Long.parseLong(calls);
        }

        @Test
        void retrieve_shouldKeepNothing_whenTheLeaseIsOverAndAnotherNodeHasRetrieved() {
            RedisOptions shortLease = new RedisOptions(100, Node.DAY, Duration.ofMillis(500));
            Node slow = node(
                    Node.open(redis, keyFile, shortLease, Ticker.systemTicker()).reached());
            Held late = Held.on(slow).begun();
            keep(b, "two");

            late.result.complete("one");

            assertThat(late.answer()).isEqualTo("one");
            assertThat(b.snapshots().latest(KEY)).contains("two");
            assertThat(slow.snapshots().find(KEY)).contains("two");
        }

        @Test
        void retrieve_shouldJoinTheOtherNodes_whenItIsRunning() {
            Held first = Held.on(a).begun();
            Held second = Held.on(b);
            Eventually.isTrue("the second waits for the lease", () -> b.isWaiting(KEY));

            first.result.complete("one");

            assertThat(first.answer()).isEqualTo("one");
            assertThat(second.answer()).isEqualTo("one");
            assertThat(second.begun.getCount()).isEqualTo(1);
        }
    }

    @Nested
    class Telling {
        @Test
        void find_shouldGiveWhatAnotherNodeRetrieved() {
            keepOnBoth("one");

            keep(a, "two");

            Eventually.isTrueWithin(TOLD, "the other node has the new one", () -> has(b, "two"));
        }

        @Test
        void drop_shouldReachTheOtherNode() {
            keepOnBoth("one");

            assertThat(a.snapshots().drop(KEY)).isTrue();

            Eventually.isTrueWithin(
                    TOLD,
                    "the other node has none",
                    () -> b.snapshots().find(KEY).isEmpty());
            assertThat(b.snapshots().latest(KEY)).isEmpty();
        }

        @Test
        void dropAll_shouldReachTheOtherNode() {
            keepOnBoth("one");

            assertThat(a.snapshots().dropAll()).isEqualTo(1);

            Eventually.isTrueWithin(
                    TOLD,
                    "the other node has none",
                    () -> b.snapshots().find(KEY).isEmpty());
            assertThat(b.snapshots().dropAll()).isZero();
        }

        @Test
        void retrieveAnew_shouldReachTheOtherNode() {
            keepOnBoth("one");

            assertThat(a.snapshots().retrieveAnew(KEY, () -> "two")).isEqualTo("two");

            Eventually.isTrueWithin(TOLD, "the other node has the new one", () -> has(b, "two"));
        }

        @Test
        void latest_shouldBeWhatAnotherNodeKept_atOnce() {
            keepOnBoth("one");

            keep(a, "two");

            assertThat(b.snapshots().latest(KEY)).contains("two");
        }

        @Test
        void dropAll_shouldLeaveNoValueBehind() {
            keep(a, "one");

            a.snapshots().dropAll();

            List<String> left =
                    redis.administer(commands -> commands.keys(a.link().prefix() + "text:*"));
            assertThat(left).isNotEmpty().noneMatch(key -> !key.endsWith(":index") && !key.endsWith(":generation"));
        }
    }

    @Nested
    class Fencing {
        @Test
        void drop_shouldKeepAResultOut_whenAnotherNodeIsRetrieving() {
            Held running = Held.on(b).begun();

            a.snapshots().drop(KEY);
            running.result.complete("before");

            assertThat(running.answer()).isEqualTo("before");
            assertThat(a.snapshots().find(KEY)).isEmpty();
            assertThat(b.snapshots().find(KEY)).isEmpty();
        }

        @Test
        void dropAll_shouldKeepAResultOut_whenAnotherNodeIsRetrieving() {
            Held running = Held.on(b).begun();

            a.snapshots().dropAll();
            running.result.complete("before");

            assertThat(running.answer()).isEqualTo("before");
            assertThat(a.snapshots().find(KEY)).isEmpty();
            assertThat(b.snapshots().find(KEY)).isEmpty();
        }

        @Test
        void retrieveAnew_shouldNotWaitAndWin_whenAnotherNodeIsRetrieving() {
            Held running = Held.on(b).begun();

            assertThat(a.snapshots().retrieveAnew(KEY, () -> "after")).isEqualTo("after");
            running.result.complete("before");

            assertThat(running.answer()).isEqualTo("before");
            assertThat(a.snapshots().latest(KEY)).contains("after");
            assertThat(b.snapshots().latest(KEY)).contains("after");
            assertThat(b.snapshots().find(KEY)).contains("after");
        }
    }

    @Nested
    class Instances {
        @Test
        void find_shouldBeEmpty_whenTheNodeIsOfAnotherInstance(@TempDir Path elsewhere) {
            Node stranger = node(Node.open(redis, elsewhere.resolve("cx.key")));
            keep(a, "one");

            assertThat(stranger.snapshots().latest(KEY)).isEmpty();
            assertThat(stranger.snapshots().dropAll()).isZero();
            assertThat(b.snapshots().latest(KEY)).contains("one");
        }
    }

    @Nested
    class Bounds {
        @Test
        void find_shouldBeEmpty_whenTheSnapshotIsOlderThanItIsKept() {
            RedisOptions brief = new RedisOptions(100, Duration.ofMillis(300), Duration.ofSeconds(30));
            Node node =
                    node(Node.open(redis, keyFile, brief, Ticker.systemTicker()).reached());
            keep(node, "one");

            Eventually.isTrue("it is gone", () -> node.snapshots().latest(KEY).isEmpty());
            assertThat(node.snapshots().find(KEY)).isEmpty();
        }

        /** Row C10. */
        @Test
        void retrieve_shouldKeepTheMaximumInMemory_whenTenTimesAsManyComeBy() {
            RedisOptions small = new RedisOptions(100, Node.DAY, Duration.ofSeconds(30));
            Node node =
                    node(Node.open(redis, keyFile, small, Ticker.systemTicker()).reached());
            for (int i = 0; i < 1_000; i++) {
                node.snapshots().retrieve(key(i), Optional.empty(), () -> "snapshot");
            }

            assertThat(node.snapshots().held(SOURCE)).hasSizeBetween(1, 100);
            for (int i = 0; i < 1_000; i++) {
                assertThat(node.snapshots().find(key(i))).contains("snapshot");
            }
            assertThat(node.hits().shared()).isGreaterThanOrEqualTo(900);
            assertThat(node.snapshots().held(SOURCE)).hasSizeBetween(1, 100);
        }

        private static SnapshotKey key(int number) {
            return new SnapshotKey(SOURCE, new ContactReference("CON-" + number));
        }
    }
}
