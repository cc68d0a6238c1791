package uk.co.tenantwise.cx.testkit.store;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.ports.driven.ForSharingLogIns;
import uk.co.tenantwise.cx.ports.driven.SharedLogIn;

/** Fake of the sharer of log-ins: what all nodes know, in one map. Thread-safe. */
public final class InMemoryLogIns implements ForSharingLogIns {
    private final Map<CxConnection, SharedLogIn> known = new HashMap<>();
    private final ConcurrentMap<CxConnection, Semaphore> turns = new ConcurrentHashMap<>();

    @Override
    public synchronized Optional<SharedLogIn> find(CxConnection connection) {
        return Optional.ofNullable(known.get(connection));
    }

    @Override
    public synchronized void share(CxConnection connection, SharedLogIn logIn) {
        known.put(connection, logIn);
    }

    @Override
    public synchronized void forget(CxConnection connection, SharedLogIn refused) {
        known.remove(connection, refused);
    }

    @Override
    public synchronized void forgetAll() {
        known.clear();
    }

    @Override
    public <T> T alone(CxConnection connection, Duration patience, Supplier<T> logIn) {
        Semaphore turn = turns.computeIfAbsent(connection, same -> new Semaphore(1));
        boolean mine = isMine(turn, patience);
        try {
            return logIn.get();
        } finally {
            if (mine) {
                turn.release();
            }
        }
    }

    private static boolean isMine(Semaphore turn, Duration patience) {
        try {
            return turn.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
