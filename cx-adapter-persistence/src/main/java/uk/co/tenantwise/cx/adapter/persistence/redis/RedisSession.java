package uk.co.tenantwise.cx.adapter.persistence.redis;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Two connections to Redis that live and die together: one for commands, one that listens. What was missed while nobody
 * listened can then never be taken for silence. Neither connects again by itself. Thread-safe.
 */
final class RedisSession implements AutoCloseable {
    private final StatefulRedisConnection<byte[], byte[]> commands;
    private final StatefulRedisPubSubConnection<byte[], byte[]> listening;
    /** How long a node is believed to run when nothing is heard of it any more: many beats, for pauses and busy machines. */
    static final Duration LIFE = Duration.ofSeconds(5);

    private static final byte[] ALIVE = {1};

    /** A channel and a key. */
    private final byte[] heartbeats;

    private volatile boolean broken;
    private volatile long sentWhenLastHeard;
    private volatile long sentFirst;
    private @Nullable RedisFuture<Long> beat;
    private long beatSent;

    private RedisSession(
            StatefulRedisConnection<byte[], byte[]> commands,
            StatefulRedisPubSubConnection<byte[], byte[]> listening,
            String heartbeats) {
        this.commands = commands;
        this.listening = listening;
        this.heartbeats = heartbeats.getBytes(StandardCharsets.UTF_8);
        this.sentFirst = System.nanoTime();
        this.sentWhenLastHeard = sentFirst - Duration.ofDays(1).toNanos();
    }

    /**
     * Connects and listens; waits for that as long as {@code uri} says.
     *
     * @param heartbeats the channel that this node tells itself by that it hears, and the key that tells others that it runs
     * @param onMessage gets what other nodes and this one tell
     * @param onBreak is run when a connection is lost
     */
    static RedisSession open(
            RedisClient client,
            RedisURI uri,
            String channel,
            String heartbeats,
            Consumer<String> onMessage,
            Runnable onBreak) {
        StatefulRedisConnection<byte[], byte[]> commands = client.connect(ByteArrayCodec.INSTANCE, uri);
        StatefulRedisPubSubConnection<byte[], byte[]> listening;
        try {
            listening = client.connectPubSub(ByteArrayCodec.INSTANCE, uri);
        } catch (RuntimeException e) {
            var unused = commands.closeAsync();
            throw e;
        }
        RedisSession session = new RedisSession(commands, listening, heartbeats);
        RedisConnectionStateListener breaks = new RedisConnectionStateListener() {
            @Override
            public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
                // Not when this side ends it, nor for the second connection.
                if (!session.broken) {
                    session.broken = true;
                    onBreak.run();
                }
            }
        };
        commands.addListener(breaks);
        listening.addListener(breaks);
        listening.addListener(new RedisPubSubAdapter<byte[], byte[]>() {
            @Override
            public void message(byte[] on, byte[] message) {
                String text = new String(message, StandardCharsets.UTF_8);
                if (channel.equals(new String(on, StandardCharsets.UTF_8))) {
                    onMessage.accept(text);
                } else {
                    session.sentWhenLastHeard = Long.parseLong(text);
                }
            }
        });
        try {
            listening.sync().subscribe(channel.getBytes(StandardCharsets.UTF_8), session.heartbeats);
            if (!commands.isOpen() || !listening.isOpen()) {
                throw new IllegalStateException("the connection broke at once");
            }
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
        return session;
    }

    Answer eval(Script script, byte[][] keys, byte[][] arguments, Duration patience)
            throws ExecutionException, TimeoutException, InterruptedException {
        RedisFuture<List<Object>> answer =
                commands.async().eval(script.text(), ScriptOutputType.MULTI, keys, arguments);
        return new Answer(answer.get(patience.toNanos(), TimeUnit.NANOSECONDS));
    }

    /** Writes that this node runs, and sees whether that is possible: a full Redis and a replica still answer to reading. */
    void showLife(Duration patience) throws ExecutionException, TimeoutException, InterruptedException {
        showLife().get(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    private RedisFuture<String> showLife() {
        return commands.async().psetex(heartbeats, LIFE.toMillis(), ALIVE);
    }

    /**
     * Sends itself a message through Redis: what is heard after it was sent later. Tells others that this node runs. Called
     * by one thread only.
     *
     * @param patience how long Redis may take to answer the one before
     * @return whether it has, or still may
     */
    boolean beat(Duration patience) {
        RedisFuture<Long> before = beat;
        if (before != null && !before.isDone()) {
            return System.nanoTime() - beatSent < patience.toNanos();
        }
        beatSent = System.nanoTime();
        var unused = showLife();
        beat = commands.async()
                .publish(heartbeats, Long.toString(System.nanoTime()).getBytes(StandardCharsets.UTF_8));
        return before == null || !before.toCompletableFuture().isCompletedExceptionally();
    }

    /** Whether everything that was told longer than {@code bound} ago has been heard. */
    boolean hasHeardAllUntil(Duration bound) {
        return System.nanoTime() - sentWhenLastHeard <= bound.toNanos();
    }

    /** Whether nothing has been heard for that long, although there was the time. */
    boolean isDeaf(Duration bound) {
        return !hasHeardAllUntil(bound) && System.nanoTime() - sentFirst > bound.toNanos();
    }

    boolean isBroken() {
        return broken;
    }

    @Override
    public void close() {
        broken = true;
        close(commands);
        close(listening);
    }

    /** A connection that the other side has ended is closed already. */
    private static void close(StatefulConnection<byte[], byte[]> connection) {
        if (connection.isOpen()) {
            var unused = connection.closeAsync();
        }
    }
}
