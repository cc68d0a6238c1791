package uk.co.tenantwise.cx.adapter.persistence.redis;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import uk.co.tenantwise.cx.adapter.persistence.cache.Flights;
import uk.co.tenantwise.cx.adapter.persistence.redis.LocalLevel.Kept;
import uk.co.tenantwise.cx.adapter.persistence.redis.RedisSnapshots.Held;
import uk.co.tenantwise.cx.ports.driven.SnapshotKey;

/**
 * Retrievals of which one runs on all nodes. Redis stores a result only while the lease is still that retrieval's, and so
 * does this node. Thread-safe.
 *
 * @param <S> what is retrieved
 */
final class SharedFlights<S> {
    /** A message wakes who waits; this is for when it gets lost. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    /** After so many leases of others a caller retrieves for itself. */
    private static final int MOST_LEASES = 2;

    private final Space space;
    private final LocalLevel<Held<S>> level;
    private final Sealing<S> sealing;
    private final RedisOptions options;

    SharedFlights(Space space, LocalLevel<Held<S>> level, Sealing<S> sealing, RedisOptions options) {
        this.space = space;
        this.level = level;
        this.sealing = sealing;
        this.options = options;
    }

    S retrieve(
            Flights<String, S>.Flight flight, SnapshotKey key, String name, Optional<S> seen, Supplier<S> retrieval) {
        String head = level.find(name)
                .filter(kept -> seen.equals(Optional.of(kept.value().snapshot())))
                .map(Kept::head)
                .orElse("");
        String waitedFor = "";
        long end = System.nanoTime() + options.lease().multipliedBy(MOST_LEASES).toNanos();
        try (Signals.Waiting waiting = space.signals().waiting(name)) {
            while (System.nanoTime() - end < 0) {
                long mark = level.mark(name);
                switch (space.claim(name, head, waitedFor, options.lease())) {
                    case Claim.Mine mine -> {
                        return fly(flight, key, mine.lease(), retrieval);
                    }
                    case Claim.Busy busy -> {
                        waitedFor = busy.holder();
                        if (!waiting.await(LOOK_AGAIN)) {
                            return alone(flight, key, name, seen, retrieval);
                        }
                    }
                    case Claim.Failed failed -> {
                        waitedFor = "";
                        var fault = SharedFaults.parse(failed.fault());
                        if (fault.isPresent()) {
                            throw fault.get();
                        }
                    }
                    case Claim.Absent absent -> head = "";
                    case Claim.Other other -> {
                        Optional<S> opened = sealing.open(name, other.value());
                        boolean news = !waitedFor.isEmpty() || !opened.equals(seen);
                        if (opened.isPresent() && news) {
                            flight.land(() -> level.put(name, kept(key, opened.get(), other.value()), mark));
                            return opened.get();
                        }
                        head = other.value().head();
                    }
                    case Claim.Away away -> {
                        return alone(flight, key, name, seen, retrieval);
                    }
                }
            }
        }
        return retrieveAnew(flight, key, name, retrieval);
    }

    S retrieveAnew(Flights<String, S>.Flight flight, SnapshotKey key, String name, Supplier<S> retrieval) {
        Optional<Lease> lease = space.steal(name, options.lease());
        return lease.isPresent() ? fly(flight, key, lease.get(), retrieval) : alone(flight, key, name, retrieval);
    }

    private S fly(Flights<String, S>.Flight flight, SnapshotKey key, Lease lease, Supplier<S> retrieval) {
        S snapshot = retrieve(lease, retrieval);
        String name = lease.name();
        long mark = level.mark(name);
        Optional<Envelope> sealed = sealing.seal(name, snapshot);
        if (sealed.isEmpty()) {
            // Not for Redis. What Redis has is older, and must not be taken for the latest.
            space.drop(name);
            flight.land(() -> level.put(name, kept(key, snapshot), mark));
            return snapshot;
        }
        switch (space.store(lease, sealed.get(), options.keepFor())) {
            case STORED -> flight.land(() -> level.put(name, kept(key, snapshot, sealed.get()), mark));
            case AWAY -> flight.land(() -> level.put(name, kept(key, snapshot), mark));
            case FENCED -> {
                // It began too early: this caller gets it, nobody keeps it.
            }
        }
        return snapshot;
    }

    private S retrieve(Lease lease, Supplier<S> retrieval) {
        try {
            return retrieval.get();
        } catch (Throwable thrown) {
            space.release(lease, SharedFaults.text(thrown));
            throw thrown;
        }
    }

    private S alone(
            Flights<String, S>.Flight flight, SnapshotKey key, String name, Optional<S> seen, Supplier<S> retrieval) {
        return level.find(name)
                .map(kept -> kept.value().snapshot())
                .filter(now -> !seen.equals(Optional.of(now)))
                .orElseGet(() -> alone(flight, key, name, retrieval));
    }

    /** Without Redis: kept by this node, and what Redis has by then is going to be dropped. */
    private S alone(Flights<String, S>.Flight flight, SnapshotKey key, String name, Supplier<S> retrieval) {
        long mark = level.mark(name);
        S snapshot = retrieval.get();
        space.owe(name);
        flight.land(() -> level.put(name, kept(key, snapshot), mark));
        return snapshot;
    }

    private Kept<Held<S>> kept(SnapshotKey key, S snapshot) {
        return new Kept<>(new Held<>(key, snapshot), "", options.keepFor());
    }

    private Kept<Held<S>> kept(SnapshotKey key, S snapshot, Envelope value) {
        return new Kept<>(new Held<>(key, snapshot), value.head(), value.life(options.keepFor()));
    }
}
