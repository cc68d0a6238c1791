package uk.co.tenantwise.cx.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.co.tenantwise.cx.reliability.harness.Api;
import uk.co.tenantwise.cx.reliability.harness.Customer;
import uk.co.tenantwise.cx.reliability.harness.Node;
import uk.co.tenantwise.cx.reliability.harness.Reply;
import uk.co.tenantwise.cx.reliability.harness.Rows;
import uk.co.tenantwise.cx.reliability.harness.Until;
import uk.co.tenantwise.cx.reliability.harness.World;
import uk.co.tenantwise.cx.simulator.Endpoint;
import uk.co.tenantwise.cx.simulator.Fault;
import uk.co.tenantwise.cx.simulator.ReceivedRequest;
import uk.co.tenantwise.cx.simulator.Script;

/** Rows N2, N3 and D9: two nodes on one PostgreSQL. */
class TwoNodesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private static Path folder;

    private static World world;
    private static Node one;
    private static Node other;

    @BeforeAll
    static void start() throws Exception {
        world = World.onPostgres(folder, Duration.ofSeconds(2));
        one = world.node().start();
        other = world.node().start();
        world.connect(one);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    /** Cx loses every call without acting; both nodes know of them and find out, and send again, once each. */
    @Test
    void resolve_shouldBeOneNodesWorkAtATime_whenBothNodesLookForIt() throws Exception {
        List<Customer> customers =
                IntStream.range(0, 8).mapToObj(i -> world.customer()).toList();
        for (Customer customer : customers) {
            var unused = world.cx().faults().when(Endpoint.CANCEL_ORDER, 1, isAbout(customer.repair()), Fault.reset());
        }
        for (int i = 0; i < customers.size(); i++) {
            Api api = (i % 2 == 0 ? one : other).api();
            Customer customer = customers.get(i);
            api.cancel(customer.contact(), customer.repair(), "key").join().is(202);
        }
        try (Connection connection = world.postgres().connect()) {
            Until.isTrue(
                    "no attempt is open",
                    Duration.ofSeconds(60),
                    () -> Rows.texts(connection, "SELECT id FROM cx_cancellation WHERE open_target IS NOT NULL")
                            .isEmpty());
            for (Customer customer : customers) {
                assertThat(world.cancelEffects(customer)).isEqualTo(1);
                assertThat(world.cancelCalls(customer)).isEqualTo(2);
                assertThat(Rows.texts(
                                connection,
                                "SELECT outcome || ' ' || sends FROM cx_cancellation WHERE target = ?",
                                customer.repair()))
                        .containsExactly("CANCELLED 2");
                assertChecksDoNotOverlap(customer, connection);
            }
        }
    }

    /** One check of a record is one read of it, and two checks are two seconds apart at least. */
    private static void assertChecksDoNotOverlap(Customer customer, Connection connection) throws Exception {
        List<Instant> reads = world.cx().requests().all(Endpoint.WORK_ORDER).stream()
                .filter(request -> request.arguments().contains(customer.repair()))
                .map(ReceivedRequest::at)
                .toList();
        int checks = Integer.parseInt(
                Rows.text(connection, "SELECT checks FROM cx_cancellation WHERE target = ?", customer.repair()));
        // Before the first check: once for the decision, once to look up what became of the lost call.
        assertThat(reads).hasSize(2 + checks);
        for (int i = 3; i < reads.size(); i++) {
            assertThat(Duration.between(reads.get(i - 1), reads.get(i))).isGreaterThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void save_shouldLetOneOfTwoAdministratorsWin_whenBothSaveTheSameVersionOnTwoNodes() throws Exception {
        for (int round = 0; round < 5; round++) {
            String tag = "\"" + one.api().version() + "\"";
            int minutes = 20 + 10 * round;
            List<CompletableFuture<Reply>> saves = Stream.of(one, other)
                    .map(node -> node.api().save("refresh", refresh(minutes, node), tag))
                    .toList();
            List<Integer> statuses =
                    saves.stream().map(save -> save.join().status()).sorted().toList();
            assertThat(statuses).containsExactly(200, 412);
        }
    }

    private static String refresh(int minutes, Node node) {
        return "{\"repairsMinutes\": %d, \"customerMinutes\": %d}".formatted(minutes, node.equals(one) ? 16 : 17);
    }

    @Test
    void stop_shouldFinishWhatIsUnderWay_whileTheOtherNodeGoesOn() throws Exception {
        Node stopping = world.node(Map.of("CX_API_TIMEOUT", "PT30S")).start();
        List<Customer> customers =
                IntStream.range(0, 10).mapToObj(i -> world.customer()).toList();
        List<Script> held = customers.stream()
                .map(customer ->
                        world.cx().faults().when(Endpoint.WORK_ORDERS, 1, isAbout(customer.contact()), Fault.hold()))
                .toList();
        List<CompletableFuture<Reply>> underWay = customers.stream()
                .map(customer -> stopping.api().signIn(customer.contact()))
                .toList();
        for (Script script : held) {
            script.awaitHits(1, PATIENCE);
        }

        stopping.terminate();
        Until.isTrue("it is not ready", PATIENCE, () -> !stopping.api().is("readiness"));
        Customer elsewhere = world.customer();
        held.forEach(Script::release);
        Until.isTrue(
                "the other node goes on",
                PATIENCE,
                () -> other.api().signIn(elsewhere.contact()).join().status() == 200);

        assertThat(underWay)
                .allSatisfy(request -> assertThat(request.join().status()).isEqualTo(200));
        assertThat(stopping.awaitEnd()).isEqualTo(143);
        assertThat(stopping.output()).doesNotContain("Exception", " ERROR ");
    }

    private static Predicate<ReceivedRequest> isAbout(String reference) {
        return request -> request.arguments().contains(reference);
    }
}
