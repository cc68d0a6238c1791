package uk.co.tenantwise.cx.adapter.persistence.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import redis.embedded.core.ExecutableProvider;
import uk.co.tenantwise.cx.domain.settings.Secret;

/** A real Redis on a free port of the loopback address, as a process that tests stop, freeze and start again. */
public final class RedisServer implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final File executable;
    private final int port;
    private final List<String> settings;
    private final RedisClient administrator = RedisClient.create();
    private Process process;

    private RedisServer(File executable, int port, List<String> settings) {
        this.executable = executable;
        this.port = port;
        this.settings = settings;
        this.process = launch();
    }

    /** Starts one and waits until it answers. */
    public static RedisServer start(String... settings) {
        try {
            return new RedisServer(ExecutableProvider.newJarResourceProvider().get(), freePort(), List.of(settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** Its URI. */
    public Secret uri() {
        return Secret.of("redis://127.0.0.1:" + port);
    }

    private Process launch() {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "redis");
            List<String> command = new ArrayList<>(List.of(
                    executable.getAbsolutePath(),
                    "--port",
                    String.valueOf(port),
                    "--bind",
                    "127.0.0.1",
                    "--save",
                    "",
                    "--appendonly",
                    "no"));
            command.addAll(settings);
            Process started = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
            Eventually.isTrue("Redis accepts connections", this::accepts);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean accepts() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Kills it; what it held is lost. */
    public void stop() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Redis did not stop");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts it again, empty. */
    public void startAgain() {
        process = launch();
    }

    /** Stands still, its connections open. */
    public void freeze() {
        signal("STOP");
    }

    /** Ends {@link #freeze()}. */
    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .inheritIO()
                    .start();
            if (kill.waitFor() != 0) {
                throw new IllegalStateException("kill -" + name + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does something as an administrator of Redis. */
    public <T> T administer(Function<RedisCommands<String, String>, T> work) {
        return administer(StringCodec.UTF8, work);
    }

    /** Does something with bytes as they are. */
    public <T> T withBytes(Function<RedisCommands<byte[], byte[]>, T> work) {
        return administer(ByteArrayCodec.INSTANCE, work);
    }

    private <C, T> T administer(RedisCodec<C, C> codec, Function<RedisCommands<C, C>, T> work) {
        try (StatefulRedisConnection<C, C> connection =
                administrator.connect(codec, RedisURI.create("127.0.0.1", port))) {
            return work.apply(connection.sync());
        }
    }

    @Override
    public void close() {
        thawQuietly();
        stop();
        administrator.shutdown();
    }

    private void thawQuietly() {
        if (process.isAlive()) {
            thaw();
        }
    }
}
