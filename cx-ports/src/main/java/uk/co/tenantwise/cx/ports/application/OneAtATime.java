package uk.co.tenantwise.cx.ports.application;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import uk.co.tenantwise.cx.domain.repair.ContactReference;

/** Lets one thing at a time be done for a customer, on this node. Remembers nobody for whom nothing is being done. */
final class OneAtATime {
    private final ConcurrentMap<ContactReference, Turn> turns = new ConcurrentHashMap<>();

    <T> T run(ContactReference contact, Supplier<T> action) {
        return inTurn(contact, turn -> {
            turn.lock.lock();
            return turn.whileHeld(action);
        });
    }

    /** As {@link #run}, but only when nothing is being done for the customer now; else empty. */
    <T> Optional<T> runIfFree(ContactReference contact, Supplier<T> action) {
        return inTurn(contact, turn -> turn.lock.tryLock() ? Optional.of(turn.whileHeld(action)) : Optional.empty());
    }

    private <T> T inTurn(ContactReference contact, Function<Turn, T> use) {
        Turn turn = turns.compute(contact, (key, present) -> (present == null ? new Turn() : present).join());
        try {
            return use.apply(turn);
        } finally {
            turns.computeIfPresent(contact, (key, present) -> present.leave() ? null : present);
        }
    }

    /** A lock and how many wait for it or hold it; the count changes only inside the map's atomic updates. */
    private static final class Turn {
        private final ReentrantLock lock = new ReentrantLock(true);
        private int count;

        /** Runs {@code action} and gives the lock back. */
        <T> T whileHeld(Supplier<T> action) {
            try {
                return action.get();
            } finally {
                lock.unlock();
            }
        }

        Turn join() {
            count++;
            return this;
        }

        boolean leave() {
            count--;
            return count == 0;
        }
    }
}
