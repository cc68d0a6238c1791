package uk.co.tenantwise.cx.adapter.persistence.redis;

import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import uk.co.tenantwise.cx.adapter.persistence.secret.KeyFile;
import uk.co.tenantwise.cx.adapter.persistence.secret.SecretVault;
import uk.co.tenantwise.cx.adapter.persistence.secret.UnreadableSecret;
import uk.co.tenantwise.cx.ports.driven.SnapshotKey;
import uk.co.tenantwise.cx.testkit.ManualClock;

/**
 * One node of an instance that keeps texts as snapshots.
 *
 * @param link its way to Redis
 * @param names the names of its instance
 * @param hits what it found
 * @param snapshots its snapshots
 * @param logIns its log-ins
 */
record Node(RedisLink link, Names names, Hits hits, RedisSnapshots<String> snapshots, RedisLogIns logIns)
        implements AutoCloseable {
    static final Duration DAY = Duration.ofHours(24);
    static final RedisOptions OPTIONS = new RedisOptions(1_000, DAY, Duration.ofSeconds(30));

    /** Long enough for a healthy Redis on a busy machine, where the service's 50 ms are not. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Format<String> TEXT = new Format<>() {
        @Override
        public byte[] write(String value) {
            return value.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String read(byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    };

    /** A node that has reached Redis. */
    static Node open(RedisServer redis, Path keyFile) {
        return open(redis, keyFile, OPTIONS, Ticker.systemTicker()).reached();
    }

    /** A node that need not have reached Redis yet. */
    static Node open(RedisServer redis, Path keyFile, RedisOptions options, Ticker ticker) {
        return open(redis, keyFile, options, ticker, PATIENCE);
    }

    /** A node that waits for Redis for that long. */
    static Node open(RedisServer redis, Path keyFile, RedisOptions options, Ticker ticker, Duration commandPatience) {
        try {
            SecretVault vault = new SecretVault(new KeyFile(keyFile));
            vault.prepare();
            Names names = new Names(vault.derive("names in Redis, version 1"));
            RedisLink link = RedisStores.link(redis.uri(), names, commandPatience);
            Hits hits = new Hits();
            Node node = new Node(
                    link,
                    names,
                    hits,
                    new RedisSnapshots<>(
                            link, "text", names, new Sealing<>(vault, "text", TEXT), options, hits, ticker),
                    new RedisLogIns(
                            link,
                            "log-ins",
                            names,
                            new Sealing<>(vault, "log-ins", LogInJson.format()),
                            ManualClock.atNow()));
            link.start();
            return node;
        } catch (UnreadableSecret e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until it uses Redis, and hears what others tell. */
    Node reached() {
        Eventually.isTrue("the node hears the others", link::isHearing);
        return this;
    }

    /** Waits until it goes by itself. */
    Node away() {
        Eventually.isTrue("the node goes by itself", () -> !link.isUsable());
        return this;
    }

    /** Whether a caller waits for another node's retrieval. */
    boolean isWaiting(SnapshotKey key) {
        return snapshots.isWaiting(key);
    }

    @Override
    public void close() {
        link.close();
    }
}
