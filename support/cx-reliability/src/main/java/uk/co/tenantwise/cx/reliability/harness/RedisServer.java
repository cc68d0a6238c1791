package uk.co.tenantwise.cx.reliability.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import redis.embedded.core.ExecutableProvider;

/**
 * A Redis server that keeps nothing on disk, as a process that can be frozen, emptied, killed and started again on the same
 * port, and is reached through a proxy. Not thread-safe.
 */
public final class RedisServer implements AutoCloseable {
    private static final int SECONDS_TO_ANSWER = 10;

    private final Path folder;
    private final int port = Node.freePort();
    private final TcpFaultProxy proxy = new TcpFaultProxy(port);
    private Process process;

    /** Starts one with its log in {@code folder}. */
    public RedisServer(Path folder) {
        this.folder = folder;
        this.process = launch();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroyForcibly()));
    }

    /** What stands between the nodes and the server. */
    public TcpFaultProxy proxy() {
        return proxy;
    }

    /** What makes a node use it. */
    public Map<String, String> environment() {
        return Map.of("CX_REDIS_URI", "redis://127.0.0.1:" + proxy.port());
    }

    /** Stands still, its connections open. */
    public void freeze() {
        Signals.freeze(process.toHandle());
    }

    /** Lets it go on. */
    public void thaw() {
        Signals.thaw(process.toHandle());
    }

    /** Forgets all that it holds. */
    public void flush() {
        String answer = ask("FLUSHALL");
        if (!"+OK".equals(answer)) {
            throw new IllegalStateException("Redis answered " + answer);
        }
    }

    /** Ends it at once; what it held is lost. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(SECONDS_TO_ANSWER, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Redis goes on");
        }
    }

    /** Starts it again, empty, after {@link #kill()}. */
    public void restart() {
        process = launch();
    }

    @Override
    public void close() {
        proxy.close();
        process.destroyForcibly();
    }

    private Process launch() {
        try {
            Files.createDirectories(folder);
            List<String> command = List.of(
                    ExecutableProvider.newJarResourceProvider().get().getAbsolutePath(),
                    "--port",
                    Integer.toString(port),
                    "--bind",
                    "127.0.0.1",
                    "--save",
                    "",
                    "--appendonly",
                    "no");
            Process started = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("redis.log").toFile()))
                    .start();
            Until.isTrue("Redis answers", Duration.ofSeconds(SECONDS_TO_ANSWER), () -> answers(started));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("Redis did not start", e);
        }
    }

    private boolean answers(Process started) {
        if (!started.isAlive()) {
            throw new AssertionError("Redis ended with " + started.exitValue());
        }
        try {
            return "+PONG".equals(ask("PING"));
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** The first line of the answer to a command, sent past the proxy. */
    private String ask(String command) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) Duration.ofSeconds(SECONDS_TO_ANSWER).toMillis());
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            StringBuilder line = new StringBuilder();
            for (int next = socket.getInputStream().read(); next >= 0 && next != '\r'; ) {
                line.append((char) next);
                next = socket.getInputStream().read();
            }
            return line.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
