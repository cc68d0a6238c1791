package uk.co.tenantwise.cx.adapter.persistence.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.protocol.ProtocolVersion;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The way to Redis. The first command that fails or takes too long closes it for everybody, so that at most the
 * requests of that moment are delayed; a thread of its own opens it again, as soon as Redis takes writes and has been told
 * what was forgotten in the meantime. Nothing but that thread ever connects. Thread-safe.
 */
final class RedisLink implements Evaluator, AutoCloseable {
    /** How long a command may take. */
    static final Duration COMMAND_PATIENCE = Duration.ofMillis(50);

    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(1);
    private static final Duration TICK = Duration.ofMillis(200);
    private static final Duration BEAT_PATIENCE = Duration.ofMillis(150);
    private static final Duration HEARING_BOUND = Duration.ofMillis(700);
    private static final Duration DEAF_AFTER = Duration.ofSeconds(3);

    private final ClientResources resources;
    private final RedisClient client;
    private final RedisURI uri;
    private final String prefix;
    private final Duration commandPatience;
    private final String node = Tokens.next();
    private final List<Space> spaces = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable RedisSession> usable = new AtomicReference<>();
    private final Semaphore wakeups = new Semaphore(0);
    private final RedisTrouble trouble = new RedisTrouble();
    private final Patience patience = new Patience();
    private final Thread watch = Thread.ofPlatform().daemon().name("cx-redis").unstarted(this::watch);
    private volatile boolean closed;
    /** The watch's own. */
    private @Nullable RedisSession current;

    /**
     * Closed until {@link #start()}.
     *
     * @param prefix what all keys and channels of the instance begin with
     * @param commandPatience how long a command may take, {@link #COMMAND_PATIENCE} in service
     */
    RedisLink(RedisURI uri, String prefix, Duration commandPatience) {
        this.uri = uri;
        this.commandPatience = commandPatience;
        this.prefix = prefix;
        uri.setTimeout(CONNECT_PATIENCE);
        this.resources = ClientResources.builder()
                .ioThreadPoolSize(2)
                .computationThreadPoolSize(2)
                .commandLatencyRecorder(CommandLatencyRecorder.disabled())
                .build();
        this.client = RedisClient.create(resources);
        client.setOptions(ClientOptions.builder()
                .autoReconnect(false)
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .protocolVersion(ProtocolVersion.RESP2)
                .requestQueueSize(10_000)
                .socketOptions(
                        SocketOptions.builder().connectTimeout(CONNECT_PATIENCE).build())
                .build());
    }

    void add(Space space) {
        spaces.add(space);
    }

    void start() {
        watch.start();
    }

    String prefix() {
        return prefix;
    }

    String channel() {
        return prefix + "channel";
    }

    /** What a message of this node begins with. */
    String node() {
        return node;
    }

    /** A random token that says whose it is. */
    String token() {
        return node + '.' + Tokens.next();
    }

    /** The key that is there while the node that a token is of is known to run. */
    String lifeOf(String token) {
        return prefix + "node:" + token.substring(0, Math.max(0, token.indexOf('.')));
    }

    boolean isUsable() {
        return usable.get() != null;
    }

    /** Whether this node is known to have heard everything that was told until a second ago. */
    boolean isHearing() {
        RedisSession session = usable.get();
        return session != null && session.hasHeardAllUntil(HEARING_BOUND);
    }

    long failures() {
        return trouble.count();
    }

    @Override
    public Optional<Answer> eval(Script script, byte[][] keys, byte[][] arguments) {
        RedisSession session = usable.get();
        if (session == null) {
            return Optional.empty();
        }
        Optional<Answer> answer = eval(session, script, keys, arguments);
        if (answer.isEmpty()) {
            shut(session, trouble.last());
        }
        return answer;
    }

    private Optional<Answer> eval(RedisSession session, Script script, byte[][] keys, byte[][] arguments) {
        try {
            return Optional.of(session.eval(script, keys, arguments, commandPatience));
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            trouble.note(e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void shut(RedisSession session, String why) {
        if (usable.compareAndSet(session, null)) {
            trouble.sayAway(why);
            wakeups.release();
        }
    }

    private void watch() {
        while (!closed) {
            try {
                tick();
                if (wakeups.tryAcquire(TICK.toMillis(), TimeUnit.MILLISECONDS)) {
                    wakeups.drainPermits();
                }
            } catch (InterruptedException e) {
                break;
            }
        }
        RedisSession last = current;
        if (last != null) {
            last.close();
        }
    }

    private void tick() throws InterruptedException {
        RedisSession session = current;
        if (session != null) {
            boolean lost = session.isBroken() || session.isDeaf(DEAF_AFTER);
            String why = whyUseless(session);
            if (!why.isEmpty()) {
                shut(session, why);
            }
            if (lost) {
                session.close();
                current = null;
            }
        }
        if (usable.get() != null) {
            patience.keptOpen();
        } else if (patience.isOver()) {
            if (recover()) {
                patience.opened();
                trouble.over();
            } else {
                patience.failed();
                trouble.sayAway(trouble.last());
            }
        }
    }

    /** Why this session is of no use any more; empty when it is. */
    private String whyUseless(RedisSession session) {
        if (session.isBroken()) {
            return "it closed the connection";
        }
        if (session.isDeaf(DEAF_AFTER)) {
            return "its messages do not come";
        }
        if (!session.beat(BEAT_PATIENCE)) {
            return "it does not answer";
        }
        return spaces.stream().anyMatch(Space::owes) ? trouble.last() : "";
    }

    private boolean recover() throws InterruptedException {
        try {
            RedisSession session = current;
            if (session == null) {
                session = RedisSession.open(
                        client, uri, channel(), prefix + "node:" + node, this::hear, wakeups::release);
                current = session;
                // Whatever was told before this moment was not heard.
                spaces.forEach(Space::missedMessages);
            }
            session.showLife(commandPatience);
            RedisSession opened = session;
            Evaluator direct = (script, keys, arguments) -> eval(opened, script, keys, arguments);
            for (Space space : spaces) {
                if (!space.settle(direct)) {
                    return false;
                }
            }
            usable.set(session);
            return true;
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            trouble.note(e);
            return false;
        }
    }

    private void hear(String message) {
        String[] parts = message.split(" ", -1);
        for (Space space : spaces) {
            if (parts.length == 4 && space.kind().equals(parts[1])) {
                space.hear(parts[0].equals(node), parts[2], parts[3]);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        usable.set(null);
        watch.interrupt();
        try {
            watch.join(CONNECT_PATIENCE.multipliedBy(3));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.shutdown(Duration.ZERO, CONNECT_PATIENCE);
        var unused = resources.shutdown(0, CONNECT_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
