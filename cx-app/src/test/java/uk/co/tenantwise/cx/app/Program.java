package uk.co.tenantwise.cx.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program in a process of its own, with nothing of the environment of the tests but what it needs to run. */
final class Program implements AutoCloseable {
    private final Process process;
    private final Path output;

    private Program(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts Java with some arguments; its output goes to a file in {@code folder}. */
    static Program java(Path folder, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        return start(folder, environment, command);
    }

    static Program start(Path folder, Map<String, String> environment, List<String> command) {
        try {
            Path output = Files.createTempFile(folder, "output", ".txt");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("CX_"));
            builder.environment().putAll(environment);
            return new Program(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port that was free a moment ago. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has written {@code text}. */
    void awaitOutput(String text) throws InterruptedException {
        for (int i = 0; i < 1_200; i++) {
            if (output().contains(text)) {
                return;
            }
            if (process.waitFor(50, TimeUnit.MILLISECONDS) && !output().contains(text)) {
                throw new AssertionError("it ended with " + process.exitValue() + ": " + output());
            }
        }
        throw new AssertionError("it did not write \"" + text + "\": " + output());
    }

    /** Waits for its end. @return its exit code */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("it goes on: " + output());
        }
        return process.exitValue();
    }

    /** Asks it to stop, as SIGTERM does. @return its exit code */
    int stop() throws InterruptedException {
        askToStop();
        return awaitEnd();
    }

    /** Sends SIGTERM, and does not wait. */
    void askToStop() {
        process.destroy();
    }

    /** Ends it without a warning, as SIGKILL does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        int unused = awaitEnd();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
