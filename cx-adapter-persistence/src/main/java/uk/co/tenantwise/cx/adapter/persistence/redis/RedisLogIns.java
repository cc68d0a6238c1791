package uk.co.tenantwise.cx.adapter.persistence.redis;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.ports.driven.ForSharingLogIns;
import uk.co.tenantwise.cx.ports.driven.SharedLogIn;

/**
 * Log-ins that all nodes share, in Redis, with what this node knows in its memory. What came of a log-in while Redis was
 * away is shared when it is back, unless another node has shared something by then. Thread-safe.
 */
public final class RedisLogIns implements ForSharingLogIns {
    /** How long is remembered what has no end of its own. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final long MOST_CREDENTIALS = 1_000;

    private final Space space;
    private final Names names;
    private final Sealing<SharedLogIn> sealing;
    private final InstantSource clock;
    private final LocalLevel<SharedLogIn> level = new LocalLevel<>(MOST_CREDENTIALS, Ticker.systemTicker());
    private final ConcurrentMap<String, SharedLogIn> unshared = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Semaphore> alone = new ConcurrentHashMap<>();

    RedisLogIns(RedisLink link, String kind, Names names, Sealing<SharedLogIn> sealing, InstantSource clock) {
        this.names = names;
        this.sealing = sealing;
        this.clock = clock;
        this.space = new Space(link, kind, new SpaceListener() {
            @Override
            public void changed(String name) {
                level.evict(name);
            }

            @Override
            public void dropped(String name) {
                unshared.remove(name);
                level.evict(name);
            }

            @Override
            public void droppedAll() {
                unshared.clear();
                level.clear();
            }

            @Override
            public void missedMessages() {
                level.clear();
            }
        });
    }

    @Override
    public Optional<SharedLogIn> find(CxConnection connection) {
        return find(name(connection));
    }

    private Optional<SharedLogIn> find(String name) {
        if (space.isHearing()) {
            Optional<SharedLogIn> local = local(name);
            if (local.isPresent()) {
                return local;
            }
        }
        long mark = level.mark(name);
        return switch (space.read(name)) {
            case Reading.Away away -> Optional.ofNullable(unshared.get(name)).or(() -> local(name));
            case Reading.Absent absent -> shareLate(name);
            case Reading.Found found -> {
                Optional<SharedLogIn> logIn = sealing.open(name, found.value());
                if (logIn.isEmpty()) {
                    yield shareLate(name);
                }
                unshared.remove(name);
                level.put(
                        name,
                        new LocalLevel.Kept<>(
                                logIn.get(), found.value().head(), found.value().life(LONGEST)),
                        mark);
                yield logIn;
            }
        };
    }

    /**
     * Redis knows nothing: shares the token that this node got while Redis was away. A rejection of that time holds this node
     * only: an administrator may have put it right on another one since, which nobody could be told.
     */
    private Optional<SharedLogIn> shareLate(String name) {
        level.evict(name);
        Optional<SharedLogIn> late = Optional.ofNullable(unshared.get(name));
        late.filter(SharedLogIn.Accepted.class::isInstance).ifPresent(logIn -> {
            unshared.remove(name, logIn);
            share(name, logIn);
        });
        return late;
    }

    @Override
    public void share(CxConnection connection, SharedLogIn logIn) {
        share(name(connection), logIn);
    }

    private void share(String name, SharedLogIn logIn) {
        Duration life = life(logIn);
        level.evict(name);
        long mark = level.mark(name);
        Optional<Envelope> sealed = sealing.seal(name, logIn);
        boolean stored = sealed.isPresent() && space.put(name, sealed.get(), life) == Storing.STORED;
        if (stored) {
            unshared.remove(name);
        } else {
            unshared.put(name, logIn);
            space.owe(name);
        }
        level.put(name, new LocalLevel.Kept<>(logIn, sealed.map(Envelope::head).orElse(""), life), mark);
    }

    @Override
    public void forget(CxConnection connection, SharedLogIn refused) {
        String name = name(connection);
        unshared.remove(name, refused);
        if (local(name).equals(Optional.of(refused))) {
            level.evict(name);
        }
        switch (space.read(name)) {
            case Reading.Away away -> space.owe(name);
            case Reading.Absent absent -> {
                // Forgotten already.
            }
            case Reading.Found found -> {
                if (sealing.open(name, found.value()).equals(Optional.of(refused))) {
                    space.drop(name, found.value().head());
                }
            }
        }
        if (local(name).equals(Optional.of(refused))) {
            level.evict(name);
        }
    }

    @Override
    public void forgetAll() {
        unshared.clear();
        level.clear();
        space.dropAll();
        level.clear();
    }

    @Override
    public <T> T alone(CxConnection connection, Duration patience, Supplier<T> logIn) {
        String name = names.of("logging in", name(connection));
        long end = System.nanoTime() + patience.toNanos();
        Semaphore onThisNode = alone.computeIfAbsent(name, same -> new Semaphore(1));
        boolean first = tryAcquire(onThisNode, patience);
        try {
            return aloneAmongNodes(name, patience, end, logIn);
        } finally {
            if (first) {
                onThisNode.release();
            }
        }
    }

    private <T> T aloneAmongNodes(String name, Duration patience, long end, Supplier<T> logIn) {
        try (Signals.Waiting waiting = space.signals().waiting(name)) {
            String waitedFor = "";
            while (System.nanoTime() - end < 0) {
                Claim claim = space.claim(name, "", waitedFor, patience);
                if (claim instanceof Claim.Mine mine) {
                    try {
                        return logIn.get();
                    } finally {
                        space.release(mine.lease(), "");
                    }
                }
                if (!(claim instanceof Claim.Busy busy) || !waiting.await(LOOK_AGAIN)) {
                    break;
                }
                waitedFor = busy.holder();
            }
        }
        return logIn.get();
    }

    private static boolean tryAcquire(Semaphore semaphore, Duration patience) {
        try {
            return semaphore.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<SharedLogIn> local(String name) {
        return level.find(name).map(LocalLevel.Kept::value);
    }

    private Duration life(SharedLogIn logIn) {
        return switch (logIn) {
            case SharedLogIn.Accepted accepted ->
                accepted.expiresAt()
                        .map(end -> Duration.between(clock.instant(), end))
                        .map(life -> life.compareTo(SHORTEST) < 0 ? SHORTEST : life)
                        .filter(life -> life.compareTo(LONGEST) < 0)
                        .orElse(LONGEST);
            case SharedLogIn.Rejected rejected -> LONGEST;
        };
    }

    private String name(CxConnection connection) {
        return names.of(
                "log-in",
                connection.apiUrl().toString(),
                connection.username(),
                connection.password().reveal());
    }
}
