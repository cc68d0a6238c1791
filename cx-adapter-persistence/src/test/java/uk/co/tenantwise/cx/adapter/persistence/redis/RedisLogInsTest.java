package uk.co.tenantwise.cx.adapter.persistence.redis;

import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import uk.co.tenantwise.cx.ports.driven.ForSharingLogIns;
import uk.co.tenantwise.cx.testkit.store.LogInsContract;

/** The contract on two nodes. */
@NullUnmarked
class RedisLogInsTest extends LogInsContract {
    private static RedisServer redis;

    private Node node;
    private Node other;

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
        other = Node.open(redis, folder.resolve("cx.key"));
    }

    @AfterEach
    void close() {
        node.close();
        other.close();
    }

    @Override
    protected ForSharingLogIns logIns() {
        return node.logIns();
    }

    @Override
    protected ForSharingLogIns onAnotherNode() {
        return other.logIns();
    }
}
