package uk.co.tenantwise.cx.reliability.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A node of the packaged service: a process of its own that can be frozen, killed and started again on the same port and
 * data. Its output goes to a file in its folder. Not started until told so; not thread-safe.
 */
public final class Node implements AutoCloseable {
    private static final String JAR = System.getProperty("cx.app.jar", "cx-app/target/cx-app.jar");
    private static final Duration START = Duration.ofSeconds(90);
    static final String ADMIN_PASSWORD = "an-admin-password";

    private final Path folder;
    private final int port;
    private final Map<String, String> environment;
    private final AtomicReference<Optional<Process>> process = new AtomicReference<>(Optional.empty());
    private final List<String> wrapper = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private Optional<Path> outputTo = Optional.empty();

    /**
     * A node.
     *
     * @param folder for its data and output
     * @param environment what is set beside port and data folder
     */
    public Node(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.port = freePort();
        this.environment = new TreeMap<>(Map.of(
                "CX_SERVER_PORT",
                Integer.toString(port),
                "CX_DATA_DIR",
                dataDir().toString(),
                "CX_ADMIN_PASSWORD",
                ADMIN_PASSWORD,
                "CX_API_ALLOW_PRIVATE_ADDRESSES",
                "true",
                Tokens.SECRET_VARIABLE,
                Tokens.secret()));
        this.environment.putAll(environment);
        // A run that is stopped with Ctrl-C leaves no process behind.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** A port that was free a moment ago. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its output goes elsewhere, such as to a device that is full; {@link #output()} is then empty. */
    public Node writingTo(Path device) {
        outputTo = Optional.of(device);
        return this;
    }

    /** Its Java gets more options, from the next start on. */
    public Node withJavaOptions(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /**
     * Its data are on a disk of their own of this size, which only the node and {@link #data()} see, and which is gone when
     * the node ends.
     */
    public Node onDiskOf(String size) {
        String script = "mkdir -p \"$0\" && mount -t tmpfs -o size=" + size + " tmpfs \"$0\" && exec \"$@\"";
        wrapper.addAll(List.of(
                "unshare",
                "--user",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                script,
                dataDir().toString()));
        return this;
    }

    /** It may open this many files at a time, connections included. Not together with {@link #onDiskOf}. */
    public Node withFiles(int most) {
        wrapper.addAll(List.of("sh", "-c", "ulimit -n \"$0\" && exec \"$@\"", Integer.toString(most)));
        return this;
    }

    /** Starts it without waiting. */
    public Node begin() {
        try {
            Files.createDirectories(folder);
            Path output = outputTo.orElse(folder.resolve("output.txt"));
            ProcessBuilder builder = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
            builder.environment().keySet().removeIf(name -> name.startsWith("CX_"));
            builder.environment().putAll(environment);
            process.set(Optional.of(builder.start()));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it and waits until it is ready. */
    public Node start() throws Exception {
        return begin().awaitReady();
    }

    /** Waits until it is ready. @throws AssertionError when it ends, or is not within a minute and a half */
    public Node awaitReady() throws Exception {
        Until.isTrue("the node is ready", START, () -> {
            if (!running().isAlive()) {
                throw new AssertionError("it ended with " + running().exitValue() + ": " + output());
            }
            return api().is("readiness");
        });
        return this;
    }

    /** Its API. */
    public Api api() {
        return new Api(port);
    }

    /** The port that it listens on. */
    public int port() {
        return port;
    }

    /** Where it keeps its data, as the node itself sees it. */
    public Path data() {
        return wrapper.isEmpty()
                ? dataDir()
                : Path.of("/proc/" + running().pid() + "/root")
                        .resolve(dataDir().toString().substring(1));
    }

    /** What it has written, over all its starts. */
    public String output() {
        try {
            Path output = folder.resolve("output.txt");
            return Files.exists(output) ? Files.readString(output, StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The id of its process, a new one after each start. */
    public long pid() {
        return running().pid();
    }

    /** Whether its process runs. */
    public boolean isAlive() {
        return process.get().map(Process::isAlive).orElse(false);
    }

    /** Ends it at once, as kill -9 and a power cut of the process do. */
    public void kill() throws InterruptedException {
        running().destroyForcibly();
        int unused = awaitEnd();
    }

    /** Asks it to stop, as a supervisor does. */
    public void terminate() {
        running().destroy();
    }

    /** Waits for its end. @return its exit code */
    public int awaitEnd() throws InterruptedException {
        if (!running().waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("it goes on: " + output());
        }
        return running().exitValue();
    }

    /** Freezes it, as a pause of its machine does. */
    public void freeze() {
        Signals.freeze(running().toHandle());
    }

    /** Lets it go on. */
    public void thaw() {
        Signals.thaw(running().toHandle());
    }

    @Override
    public void close() {
        process.get().ifPresent(Process::destroyForcibly);
    }

    private Path dataDir() {
        return folder.toAbsolutePath().resolve("data");
    }

    private Process running() {
        return process.get().orElseThrow(() -> new IllegalStateException("the node was not started"));
    }

    /** The flags of {@code ./cx start} that matter here; the others make it start sooner on a busy machine. */
    private List<String> command() {
        List<String> command = new ArrayList<>(wrapper);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-XX:+ExitOnOutOfMemoryError", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        if (Runtime.version().feature() >= 24) {
            command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        }
        command.addAll(options);
        command.addAll(List.of("-jar", JAR));
        return command;
    }
}
