package uk.co.tenantwise.cx.adapter.persistence.redis;

import com.github.benmanes.caffeine.cache.Ticker;
import io.lettuce.core.RedisURI;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.co.tenantwise.cx.adapter.persistence.secret.KeyFile;
import uk.co.tenantwise.cx.adapter.persistence.secret.SecretVault;
import uk.co.tenantwise.cx.adapter.persistence.secret.UnreadableSecret;
import uk.co.tenantwise.cx.domain.refresh.DetailsSnapshot;
import uk.co.tenantwise.cx.domain.refresh.RepairsSnapshot;
import uk.co.tenantwise.cx.domain.settings.Secret;
import uk.co.tenantwise.cx.ports.driven.ForKeepingSnapshots;
import uk.co.tenantwise.cx.ports.driven.ForSharingLogIns;

/**
 * What the nodes of one instance share by Redis. Nodes belong together when they have the same key file; several instances
 * can use one Redis. Thread-safe.
 */
public final class RedisStores implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisStores.class);

    private final RedisLink link;
    private final Hits hits = new Hits();
    private final RedisSnapshots<RepairsSnapshot> repairs;
    private final RedisSnapshots<DetailsSnapshot> details;
    private final RedisLogIns logIns;

    private RedisStores(RedisLink link, Names names, SecretVault vault, RedisOptions options, InstantSource clock) {
        this.link = link;
        this.repairs = new RedisSnapshots<>(
                link,
                "repairs",
                names,
                new Sealing<>(vault, "repairs", RepairsJson.format()),
                options,
                hits,
                Ticker.systemTicker());
        this.details = new RedisSnapshots<>(
                link,
                "details",
                names,
                new Sealing<>(vault, "details", DetailsJson.format()),
                options,
                hits,
                Ticker.systemTicker());
        this.logIns =
                new RedisLogIns(link, "log-ins", names, new Sealing<>(vault, "log-ins", LogInJson.format()), clock);
    }

    /**
     * Opens the stores, whether Redis is there or not; does not wait for it. When the key file cannot be used nothing is
     * shared, and Redis counts as away.
     *
     * @param uri {@code redis://} or {@code rediss://}, as {@link #check} wants it
     * @param keyFile the keys of the instance
     * @param clock only to see when a log-in ends
     */
    public static RedisStores open(Secret uri, Path keyFile, RedisOptions options, InstantSource clock) {
        SecretVault vault = new SecretVault(new KeyFile(keyFile));
        try {
            Names names = new Names(vault.derive("names in Redis, version 1"));
            RedisStores stores =
                    new RedisStores(link(uri, names, RedisLink.COMMAND_PATIENCE), names, vault, options, clock);
            stores.link.start();
            return stores;
        } catch (UnreadableSecret e) {
            LOG.error("Nothing is shared by Redis: {}", e.detail());
            Names names = new Names(Tokens.bytes());
            return new RedisStores(link(uri, names, RedisLink.COMMAND_PATIENCE), names, vault, options, clock);
        }
    }

    /**
     * Checks a URI without connecting.
     *
     * @throws IllegalArgumentException when {@code uri} is not one of a Redis server; the message does not quote it
     */
    public static void check(Secret uri) {
        try {
            URI parsed = new URI(uri.reveal());
            String scheme = String.valueOf(parsed.getScheme());
            if ((scheme.equals("redis") || scheme.equals("rediss")) && parsed.getHost() != null) {
                RedisURI.create(parsed);
                return;
            }
        } catch (URISyntaxException | RuntimeException e) {
            // No cause: its message may quote the password.
            throw new IllegalArgumentException("not a Redis URI");
        }
        throw new IllegalArgumentException("not a Redis URI");
    }

    /** Keys of an instance lie in one slot of a cluster, and begin with what is no other instance's. */
    static RedisLink link(Secret uri, Names names, Duration commandPatience) {
        return new RedisLink(RedisURI.create(uri.reveal()), "cx:{" + names.of("instance") + "}:", commandPatience);
    }

    /** Snapshots of repairs and appointments. */
    public ForKeepingSnapshots<RepairsSnapshot> repairs() {
        return repairs;
    }

    /** Snapshots of customer details. */
    public ForKeepingSnapshots<DetailsSnapshot> details() {
        return details;
    }

    /** Log-ins to Cx. */
    public ForSharingLogIns logIns() {
        return logIns;
    }

    /** Whether Redis can be used at this moment. */
    public boolean isAvailable() {
        return link.isUsable();
    }

    /** How often Redis did not do what it was asked to, since the start. */
    public long failures() {
        return link.failures();
    }

    /** How many snapshots were found in this node's memory, since the start. */
    public long localHits() {
        return hits.local();
    }

    /** How many snapshots were found in Redis, since the start. */
    public long sharedHits() {
        return hits.shared();
    }

    /** Lets go of Redis; what is in it stays. */
    @Override
    public void close() {
        link.close();
    }
}
