package uk.co.tenantwise.cx.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.co.tenantwise.cx.reliability.harness.Customer;
import uk.co.tenantwise.cx.reliability.harness.HeldPiece;
import uk.co.tenantwise.cx.reliability.harness.Node;
import uk.co.tenantwise.cx.reliability.harness.Reply;
import uk.co.tenantwise.cx.reliability.harness.Rows;
import uk.co.tenantwise.cx.reliability.harness.Tokens;
import uk.co.tenantwise.cx.reliability.harness.Until;
import uk.co.tenantwise.cx.reliability.harness.World;
import uk.co.tenantwise.cx.simulator.Endpoint;
import uk.co.tenantwise.cx.simulator.Fault;

/** Row N5: a node is frozen in the middle of a cancellation, another one finishes it, and the first goes on. */
class FrozenNodeIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SETTLED = Duration.ofMinutes(1);
    private static final Duration LEASE_IS_OVER = Duration.ofMinutes(2);

    @TempDir
    private static Path folder;

    private static World world;
    private static Node sleeper;
    private static Node other;

    @BeforeAll
    static void start() throws Exception {
        world = World.onPostgres(folder, Duration.ofSeconds(1));
        sleeper = world.node().start();
        other = world.node().start();
        world.connect(sleeper);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    /** Guards against: the node wakes up and sends what another node took for lost and has sent. */
    @Test
    void cancel_shouldNotBeSent_whenTheNodeWasFrozenSinceItNotedTheSend() throws Exception {
        Customer customer = world.customer();
        HeldPiece committed = world.postgres().holdAfterIntent(customer);
        CompletableFuture<Reply> answer = sleeper.api().cancel(customer.contact(), customer.repair(), "key");
        committed.await(PATIENCE);
        assertThat(record(customer)).isEqualTo("UNKNOWN 1 open");
        sleeper.freeze();
        committed.release();
        String record = awaitCancelled(customer, SETTLED);
        assertThat(world.cancelCalls(customer)).isEqualTo(1);

        sleeper.thaw();

        Reply told = answer.join();
        assertThat(world.cancelCalls(customer))
                .as("cancel calls, answered %s", told)
                .isEqualTo(1);
        assertThat(world.cancelEffects(customer)).isEqualTo(1);
        assertThat(record(customer)).isEqualTo(record);
        assertThat(sleeper.api()
                        .get(Tokens.PORTAL, "/customers/" + customer.contact() + "/cancellations/" + told.text("id"))
                        .is(200)
                        .text("outcome"))
                .isEqualTo("CANCELLED");
    }

    /** It holds the lease of the attempt, and its call is on the way, when it is frozen; both come back too late. */
    @Test
    void resolve_shouldNotOverwriteWhatAnotherNodeFound_whenTheNodeWasFrozenLongerThanItsLease() throws Exception {
        Customer customer = world.customer();
        var unused = world.cx()
                .faults()
                .when(
                        Endpoint.CANCEL_ORDER,
                        1,
                        request -> request.arguments().contains(customer.repair()),
                        Fault.reset());
        other.freeze();
        sleeper.api()
                .cancel(customer.contact(), customer.repair(), "key")
                .join()
                .is(202);
        HeldPiece second = world.toCx().holdRequest(customer.cancelRequest());
        second.await(SETTLED);
        sleeper.freeze();
        other.thaw();

        String record = awaitCancelled(customer, LEASE_IS_OVER);
        assertThat(record).startsWith("CANCELLED 3 ");
        sleeper.thaw();
        second.release();

        Until.isTrue("the late call has reached Cx", PATIENCE, () -> world.cancelCalls(customer) == 3);
        // It waits for what the node still does for this customer.
        Until.isTrue(
                "the node is done with it",
                PATIENCE,
                () -> sleeper.api()
                        .cancel(customer.contact(), customer.repair(), "another-key")
                        .join()
                        .text("outcome")
                        .equals("ALREADY_CANCELLED"));
        assertThat(world.cancelEffects(customer)).isEqualTo(1);
        assertThat(record(customer)).isEqualTo(record);
    }

    private static String awaitCancelled(Customer customer, Duration atMost) throws Exception {
        Until.isTrue(
                "the other node has found out", atMost, () -> record(customer).startsWith("CANCELLED"));
        return record(customer);
    }

    /** Outcome, sends and end of the first attempt. */
    private static String record(Customer customer) throws Exception {
        try (Connection connection = world.postgres().connect()) {
            return Rows.text(
                    connection,
                    "SELECT outcome || ' ' || sends || ' ' || coalesce(closed_at::text, 'open') FROM cx_cancellation"
                            + " WHERE target = ? ORDER BY requested_at LIMIT 1",
                    customer.repair());
        }
    }
}
