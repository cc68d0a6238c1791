package uk.co.tenantwise.cx.adapter.persistence.cancellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.co.tenantwise.cx.adapter.persistence.TestDatabase;
import uk.co.tenantwise.cx.adapter.persistence.database.Database;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.ports.driven.ForRememberingAnswers;
import uk.co.tenantwise.cx.ports.driven.ForStoringCancellations;
import uk.co.tenantwise.cx.ports.driven.NewAttempt;
import uk.co.tenantwise.cx.ports.fault.StoreUnavailable;
import uk.co.tenantwise.cx.testkit.store.CancellationsContract;
import uk.co.tenantwise.cx.testkit.store.StoreSamples;

/** The contract on a real database, and what only databases can get wrong. */
abstract class JdbcCancellationsScenarios extends CancellationsContract {
    private JdbcCancellations store;
    private JdbcAnswers answers;

    abstract TestDatabase database();

    /** A query that has rows while a session waits for a lock of another one. */
    abstract String blocked();

    @BeforeEach
    void open() {
        Database database = new Database(database().fresh().transactions());
        store = new JdbcCancellations(database);
        answers = new JdbcAnswers(database);
    }

    @AfterEach
    void reach() {
        database().bringBack();
    }

    @Override
    protected ForStoringCancellations cancellations() {
        return store;
    }

    @Override
    protected ForRememberingAnswers answers() {
        return answers;
    }

    @Override
    protected void takeAway() {
        database().takeAway();
    }

    @Override
    protected void bringBack() {
        database().bringBack();
    }

    @Test
    void claimDue_shouldPassOver_whenAnotherNodeHoldsTheRow() {
        store.add(fresh(1));
        store.add(fresh(2));

        List<CancellationAttempt> claimed = database().transactions().executeWrite(status -> {
            try (var locking =
                    status.getConnection().prepareStatement("SELECT id FROM cx_cancellation WHERE id = ? FOR UPDATE")) {
                locking.setObject(1, StoreSamples.id(1).value());
                locking.executeQuery();
                return onAnotherThread(
                        () -> store.claimDue(StoreSamples.MONDAY, StoreSamples.MONDAY.plusSeconds(60), 9));
            }
        });

        assertThat(claimed).extracting(CancellationAttempt::id).containsExactly(StoreSamples.id(2));
    }

    /** Guards against: an attempt that waits for the end of another one is stored by what was known before that end. */
    @Test
    void add_shouldSeeWhoCancelled_whenTheyCommitWhileItWaits() throws Exception {
        store.add(fresh(1));

        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<NewAttempt.Result> adding = database().transactions().executeWrite(status -> {
                Connection connection = status.getConnection();
                try (var closing =
                        connection.prepareStatement("UPDATE cx_cancellation SET outcome = 'CANCELLED', closed_at ="
                                + " requested_at, check_at = NULL, open_target = NULL")) {
                    closing.executeUpdate();
                }
                Future<NewAttempt.Result> waiting = thread.submit(() -> store.add(
                        StoreSamples.fresh(StoreSamples.open(2, StoreSamples.repair(1), StoreSamples.MONDAY))));
                awaitSomebodyBlocked(connection);
                return waiting;
            });

            assertThat(adding.get(60, TimeUnit.SECONDS)).isEqualTo(new NewAttempt.Overtaken());
        }
        assertThat(store.find(StoreSamples.id(2))).isEmpty();
    }

    @Test
    void add_shouldBeDurable_whenTheThreadIsInterrupted() {
        Thread.currentThread().interrupt();
        try {
            store.add(fresh(1));
        } catch (StoreUnavailable e) {
            // Refusing is fine; breaking the database for everybody else is not.
            assertThat(e).hasMessageContaining("cannot record the cancellation");
        } finally {
            Thread.interrupted();
        }

        assertThat(store.add(fresh(2))).isInstanceOf(NewAttempt.Stored.class);
        assertThat(store.find(StoreSamples.id(2))).isPresent();
    }

    @Test
    void find_shouldNotSayNothingFound_whenTheOutcomeIsOfANewerVersion() {
        store.add(fresh(1));
        database().execute("UPDATE cx_cancellation SET outcome = 'POSTPONED'");

        assertThatThrownBy(() -> store.find(StoreSamples.id(1)))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("POSTPONED");
    }

    private static NewAttempt fresh(int number) {
        return StoreSamples.fresh(StoreSamples.open(number, StoreSamples.repair(number), StoreSamples.MONDAY));
    }

    private void awaitSomebodyBlocked(Connection connection) throws SQLException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        try (var looking = connection.prepareStatement(blocked())) {
            while (true) {
                try (var rows = looking.executeQuery()) {
                    if (rows.next()) {
                        return;
                    }
                }
                assertThat(System.nanoTime() - end).as("nobody waits").isNegative();
                LockSupport.parkNanos(5_000_000);
            }
        }
    }

    private static <T> T onAnotherThread(Callable<T> call) throws Exception {
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            return thread.submit(call).get(60, TimeUnit.SECONDS);
        }
    }
}
