package uk.co.tenantwise.cx.adapter.persistence.redis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import uk.co.tenantwise.cx.adapter.persistence.cache.Flights;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;
import uk.co.tenantwise.cx.ports.driven.ForKeepingSnapshots;
import uk.co.tenantwise.cx.ports.driven.SnapshotKey;

/**
 * Snapshots that all nodes share, in Redis, with what this node used lately in its memory. One caller of one node retrieves
 * a customer's data; others on this node wait for it as they do without Redis, other nodes by way of a lease. While Redis
 * is away this node keeps its own. Thread-safe; no call waits for Redis longer than 50 ms, beside the wait for another
 * node's retrieval.
 *
 * @param <S> what is kept
 */
public final class RedisSnapshots<S> implements ForKeepingSnapshots<S> {
    private final Space space;
    private final Names names;
    private final Sealing<S> sealing;
    private final Duration keepFor;
    private final Hits hits;
    private final LocalLevel<Held<S>> level;
    private final Cache<SnapshotKey, String> known;
    private final Flights<String, S> flights = new Flights<>();
    private final SharedFlights<S> shared;

    /**
     * A snapshot and whose it is.
     *
     * @param key whose
     * @param snapshot the snapshot
     */
    record Held<S>(SnapshotKey key, S snapshot) {}

    RedisSnapshots(
            RedisLink link,
            String kind,
            Names names,
            Sealing<S> sealing,
            RedisOptions options,
            Hits hits,
            Ticker ticker) {
        this.names = names;
        this.sealing = sealing;
        this.keepFor = options.keepFor();
        this.hits = hits;
        this.level = new LocalLevel<>(options.maximum(), ticker);
        this.known = Caffeine.newBuilder()
                .maximumSize(options.maximum())
                .executor(Runnable::run)
                .build();
        this.space = new Space(link, kind, new SpaceListener() {
            @Override
            public void changed(String name) {
                level.evict(name);
            }

            @Override
            public void dropped(String name) {
                flights.ground(name);
                level.evict(name);
            }

            @Override
            public void droppedAll() {
                flights.groundAll();
                level.clear();
            }

            @Override
            public void missedMessages() {
                level.clear();
            }
        });
        this.shared = new SharedFlights<>(space, level, sealing, options);
    }

    @Override
    public Optional<S> find(SnapshotKey key) {
        String name = name(key);
        if (space.isHearing() || !space.isUsable()) {
            Optional<S> local = local(name);
            if (local.isPresent()) {
                hits.foundLocally();
                return local;
            }
        }
        return fetch(key, name);
    }

    @Override
    public Optional<S> latest(SnapshotKey key) {
        return fetch(key, name(key));
    }

    @Override
    public S retrieve(SnapshotKey key, Optional<S> seen, Supplier<S> retrieval) {
        String name = name(key);
        return flights.join(name, flight -> shared.retrieve(flight, key, name, seen, retrieval));
    }

    @Override
    public S retrieveAnew(SnapshotKey key, Supplier<S> retrieval) {
        String name = name(key);
        return flights.supersede(name, flight -> shared.retrieveAnew(flight, key, name, retrieval));
    }

    @Override
    public boolean drop(SnapshotKey key) {
        String name = name(key);
        flights.ground(name);
        boolean local = level.evict(name);
        boolean inRedis = space.drop(name);
        // Once more: another thread may have fetched it just before it was dropped.
        level.evict(name);
        return local || inRedis;
    }

    @Override
    public int dropAll() {
        flights.groundAll();
        int local = level.clear();
        int inRedis = space.dropAll();
        level.clear();
        return Math.max(local, inRedis);
    }

    @Override
    public List<S> held(SettingsVersion source) {
        return level.all().stream()
                .map(LocalLevel.Kept::value)
                .filter(held -> held.key().source().equals(source))
                .map(Held::snapshot)
                .toList();
    }

    /** Whether a caller of this node waits for another node's retrieval. */
    boolean isWaiting(SnapshotKey key) {
        return space.signals().isAwaited(name(key));
    }

    private Optional<S> local(String name) {
        return level.find(name).map(kept -> kept.value().snapshot());
    }

    private Optional<S> fetch(SnapshotKey key, String name) {
        long mark = level.mark(name);
        return switch (space.read(name)) {
            case Reading.Away away -> local(name);
            case Reading.Absent absent -> {
                level.evict(name);
                yield Optional.empty();
            }
            case Reading.Found found -> {
                Optional<S> snapshot = open(key, name, found.value(), mark);
                if (snapshot.isPresent()) {
                    hits.foundInRedis();
                } else {
                    level.evict(name);
                }
                yield snapshot;
            }
        };
    }

    private Optional<S> open(SnapshotKey key, String name, Envelope value, long mark) {
        Optional<S> same = level.find(name)
                .filter(kept -> kept.head().equals(value.head()))
                .map(kept -> kept.value().snapshot());
        if (same.isPresent()) {
            return same;
        }
        Optional<S> opened = sealing.open(name, value);
        opened.ifPresent(snapshot -> level.put(
                name, new LocalLevel.Kept<>(new Held<>(key, snapshot), value.head(), value.life(keepFor)), mark));
        return opened;
    }

    private String name(SnapshotKey key) {
        return known.get(
                key,
                each -> names.of(
                        "snapshot", each.source().toString(), each.contact().value()));
    }
}
