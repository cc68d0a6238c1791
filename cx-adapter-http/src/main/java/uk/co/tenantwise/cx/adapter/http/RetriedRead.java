package uk.co.tenantwise.cx.adapter.http;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/**
 * Repeats a read at most once, after 50 to 250 ms at random, and only when the fault says that this may help, the deadline
 * leaves time for it, and the budget pays for it. For one read; not thread-safe.
 */
final class RetriedRead {
    private static final long SHORTEST_PAUSE = 50;
    private static final long LONGEST_PAUSE = 250;
    private static final Duration TIME_NEEDED = Duration.ofMillis(2 * LONGEST_PAUSE);

    private final RetryBudget budget;
    private final Deadline deadline;

    RetriedRead(RetryBudget budget, Deadline deadline) {
        this.budget = budget;
        this.deadline = deadline;
    }

    /** @param read is told whether this is the repetition */
    <T> T get(Function<Boolean, T> read) {
        budget.earn();
        try {
            return read.apply(false);
        } catch (CxFault fault) {
            if (!fault.readMayBeRetried() || !deadline.leaves(TIME_NEEDED) || !budget.pay()) {
                throw fault;
            }
            pause();
            return read.apply(true);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE, LONGEST_PAUSE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CxFault.TimedOut("A read of Cx was interrupted before it was repeated");
        }
    }
}
