package uk.co.tenantwise.cx.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The simulator of Cx, as a process of its own. */
final class Simulator implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 100;

    private final Process process;
    private final int port;
    private volatile boolean closing;

    private Simulator(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it with the Java that runs this; its own words are left out, its complaints are shown. */
    static Simulator start(Path jar, int port) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        try {
            return new Simulator(
                    new ProcessBuilder(
                                    java.toString(),
                                    "-XX:+UseSerialGC",
                                    "-Xmx256m",
                                    "-jar",
                                    jar.toString(),
                                    "--port",
                                    Integer.toString(port))
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start(),
                    port);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the simulator", e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Waits until it can be called. */
    void awaitReady() throws InterruptedException {
        long attempts = PATIENCE.toMillis() / POLL_MILLIS;
        for (long attempt = 0; attempt < attempts; attempt++) {
            if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                break;
            }
            if (answers()) {
                return;
            }
        }
        throw new DemoFailure("The simulator did not start.");
    }

    /** Does {@code action} when it ends by itself. */
    void onEnd(Runnable action) {
        var unused = process.onExit().thenRun(() -> {
            if (!closing) {
                action.run();
            }
        });
    }

    @Override
    public void close() {
        closing = true;
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
