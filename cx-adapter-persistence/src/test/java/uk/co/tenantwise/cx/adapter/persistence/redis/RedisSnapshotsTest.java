package uk.co.tenantwise.cx.adapter.persistence.redis;

import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import uk.co.tenantwise.cx.ports.driven.ForKeepingSnapshots;
import uk.co.tenantwise.cx.testkit.store.SnapshotsContract;

/** The contract on one node. Every test has a key file, and thereby a part of Redis, of its own. */
@NullUnmarked
class RedisSnapshotsTest extends SnapshotsContract {
    private static RedisServer redis;

    private Node node;

    @BeforeAll
    static void start() {
        redis = RedisServer.start();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        node = Node.open(redis, folder.resolve("cx.key"));
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Override
    protected ForKeepingSnapshots<String> snapshots() {
        return node.snapshots();
    }
}
