package uk.co.tenantwise.cx.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.co.tenantwise.cx.reliability.harness.Customer;
import uk.co.tenantwise.cx.reliability.harness.Node;
import uk.co.tenantwise.cx.reliability.harness.Reply;
import uk.co.tenantwise.cx.reliability.harness.Rows;
import uk.co.tenantwise.cx.reliability.harness.Until;
import uk.co.tenantwise.cx.reliability.harness.World;

/** Rows D1, D2, D3, D11 and N6: a PostgreSQL that is away, slow, frozen or cut off, and comes back. */
class DatabaseFaultsIT {
    private static final Duration NOTICED = Duration.ofSeconds(30);
    private static final Duration MORE_THAN_THE_DRIVER_WAITS = Duration.ofSeconds(12);
    /** A second is what is promised; this tells it from waiting for the database, on a machine that is busy. */
    private static final Duration LESS_THAN_THE_DRIVER_WAITS = Duration.ofSeconds(7);

    @TempDir
    private static Path folder;

    private static World world;
    private static Node node;
    private static int saves;

    private Customer customer;

    @BeforeAll
    static void start() throws Exception {
        world = World.onPostgres(folder, Duration.ofSeconds(2));
        node = world.node().start();
        world.connect(node);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void signIn() {
        customer = world.customer();
        node.api().signIn(customer.contact()).join().is(200);
    }

    @Test
    void start_shouldSayWhatItWaitsFor_whenTheDatabaseIsAway() throws Exception {
        world.postgres().proxy().refuse();
        Node late = world.node().begin();
        Until.isTrue(
                "it says so",
                Duration.ofSeconds(60),
                () -> late.output().contains("Waiting for the database at jdbc:postgresql://127.0.0.1:"));
        assertThat(late.isAlive()).isTrue();
        assertThat(late.api().status("/health/readiness")).isZero();

        world.postgres().proxy().pass();

        late.awaitReady();
        late.kill();
        recovers(Duration.ofSeconds(15));
    }

    @Test
    void database_shouldBeMissedBySavesAndCancellationsOnly_whenItIsKilled() throws Exception {
        world.postgres().kill();
        assertServesWithoutDatabase();

        world.postgres().restart();

        recovers(Duration.ofSeconds(5));
    }

    @Test
    void database_shouldKeepNobodyWaitingButSavers_whenItIsFrozen() throws Exception {
        world.postgres().freeze();
        CompletableFuture<Duration> first = CompletableFuture.supplyAsync(DatabaseFaultsIT::refusedSave);
        for (int read = 0; read < 20; read++) {
            assertReadsQuickly();
        }
        assertThat(first.join()).isLessThan(MORE_THAN_THE_DRIVER_WAITS);
        assertServesWithoutDatabase();
        assertThat(refusedSave()).isLessThan(LESS_THAN_THE_DRIVER_WAITS);

        world.postgres().thaw();

        recovers(Duration.ofSeconds(15));
    }

    @Test
    void database_shouldSlowSavesDownButNotReads_whenItAnswersLate() throws Exception {
        world.postgres().proxy().latency(Duration.ofMillis(300));
        for (int read = 0; read < 5; read++) {
            assertReadsQuickly();
        }
        Reply saved = save();
        assertThat(saved.status()).as("%s", saved).isIn(200, 503);

        world.postgres().proxy().pass();

        recovers(Duration.ofSeconds(15));
    }

    @Test
    void network_shouldHealWithoutARestart_whenItWasSplitBetweenNodeAndDatabase() throws Exception {
        world.postgres().proxy().hold();
        assertServesWithoutDatabase();

        world.postgres().proxy().pass();

        recovers(Duration.ofSeconds(15));
    }

    @Test
    void network_shouldHealWithoutARestart_whenItLosesWhatNodeAndDatabaseSend() throws Exception {
        world.postgres().proxy().drop();
        assertServesWithoutDatabase();

        world.postgres().proxy().pass();

        recovers(Duration.ofSeconds(15));
    }

    @Test
    void network_shouldHealWithoutARestart_whenItWasSplitBetweenNodeAndCx() throws Exception {
        Customer stranger = world.customer();
        world.toCx().hold();
        assertThat(node.api().signIn(stranger.contact()).join().status()).isEqualTo(503);
        assertThat(node.api().repairs(customer.contact()).is(200).text("source"))
                .isEqualTo("CACHE");

        world.toCx().pass();

        Until.isTrue(
                "customers can sign in again",
                Duration.ofSeconds(15),
                () -> node.api().signIn(stranger.contact()).join().status() == 200);
    }

    /** A save writes its version and then the password; here somebody else has them the other way round. */
    @Test
    void save_shouldBeTriedAgain_whenTheDatabaseEndsItToBreakADeadlock() throws Exception {
        try (Connection other = world.postgres().connect();
                Connection looking = world.postgres().connect()) {
            long version = Long.parseLong(Rows.text(looking, "SELECT max(version) FROM cx_settings"));
            other.setAutoCommit(false);
            Rows.run(other, "UPDATE cx_secret SET purpose = purpose");
            CompletableFuture<Reply> save = CompletableFuture.supplyAsync(DatabaseFaultsIT::save);
            Until.isTrue(
                    "the save waits for the password",
                    NOTICED,
                    () -> Rows.text(
                                    looking,
                                    "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                                            + " AND application_name = 'tenantwise-cx'")
                            .equals("1"));
            Rows.run(other, "SET deadlock_timeout = '1min'");
            Rows.run(
                    other,
                    "INSERT INTO cx_settings SELECT (jsonb_populate_record(NULL::cx_settings, to_jsonb(s)"
                            + " || jsonb_build_object('version', " + (version + 1) + "))).*"
                            + " FROM cx_settings s WHERE version = " + version);
            other.rollback();

            assertThat(save.join().status()).isEqualTo(200);
            assertThat(Rows.text(looking, "SELECT deadlocks FROM pg_stat_database WHERE datname = 'postgres'"))
                    .isNotEqualTo("0");
        }
    }

    private void assertServesWithoutDatabase() throws Exception {
        Until.isTrue("the node is not ready", NOTICED, () -> node.api().status("/health/readiness") == 503);
        assertReadsQuickly();
        assertThat(node.api().is("liveness")).isTrue();
        assertRefused(save());
        assertRefused(node.api()
                .cancel(customer.contact(), customer.repair(), "key-of-" + customer.contact())
                .join());
        assertThat(world.cancelCalls(customer)).isZero();
        assertReadsQuickly();
    }

    private void assertReadsQuickly() throws Exception {
        long began = System.nanoTime();
        Reply reply = node.api().repairs(customer.contact()).is(200);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LESS_THAN_THE_DRIVER_WAITS);
        assertThat(reply.text("source")).isEqualTo("CACHE");
    }

    private static void assertRefused(Reply reply) {
        assertThat(reply.is(503).text("code")).isEqualTo("STORE_UNAVAILABLE");
    }

    private static Duration refusedSave() {
        long began = System.nanoTime();
        assertRefused(save());
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Everything works again, in the same process. */
    private void recovers(Duration within) throws Exception {
        Until.isTrue("saving works again", within, () -> save().status() == 200);
        Until.isTrue("the node is ready", within, () -> node.api().is("readiness"));
        node.api()
                .cancel(customer.contact(), customer.repair(), "again-" + customer.contact())
                .join()
                .is(200);
        assertThat(world.cancelEffects(customer)).isEqualTo(1);
    }

    private static Reply save() {
        saves++;
        try {
            return node.api()
                    .put("refresh", "{\"repairsMinutes\": %d, \"customerMinutes\": 15}".formatted(15 + saves % 1_000));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
