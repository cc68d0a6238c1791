package uk.co.tenantwise.cx.benchmarks.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordingFile;

/** Looks into the processes of the nodes, by {@code jcmd} and {@code /proc}. */
final class VitalsProbe {
    private static final long SECONDS_TO_ANSWER = 30;
    private static final double MIB = 1 << 20;
    private static final String PINNED = "jdk.VirtualThreadPinned";
    private static final String SOCKET = "socket:[";
    private static final String CLASS_LOADING = "jdk.internal.loader.";

    private final Instant began;
    private final Path folder;

    private record Open(int files, int connections) {}

    VitalsProbe(Instant began, Path folder) {
        this.began = began;
        this.folder = folder;
    }

    /** Makes a node record virtual threads that pin their carrier, for 20 ms or longer. */
    static String[] javaOptions() {
        return new String[] {
            "-XX:StartFlightRecording:name=soak,settings=none,+" + PINNED + "#enabled=true,+" + PINNED
                    + "#threshold=20ms,+" + PINNED + "#stackTrace=true"
        };
    }

    /** The state of a process, after a full collection; empty when it ended meanwhile. */
    Optional<Vitals> measure(int node, long pid) {
        // Of the live objects only: the collection is part of it.
        Optional<String> total = jcmd(pid, "GC.class_histogram")
                .flatMap(text ->
                        text.lines().filter(line -> line.startsWith("Total")).findFirst());
        try {
            Open open = open(pid);
            int threads = Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("Threads:"))
                    .mapToInt(line ->
                            Integer.parseInt(line.substring("Threads:".length()).strip()))
                    .findFirst()
                    .orElse(0);
            double minutes = Duration.between(began, Instant.now()).toMillis() / 60_000.0;
            return total.map(line ->
                    new Vitals(node, pid, minutes, bytes(line) / MIB, threads, open.files(), open.connections()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What a process has open, other than the connections of its clients. */
    private static Open open(long pid) throws IOException {
        Path process = Path.of("/proc/" + pid);
        List<String> targets = new ArrayList<>();
        try (Stream<Path> files = Files.list(process.resolve("fd"))) {
            for (Path file : files.toList()) {
                targets.add(Files.readSymbolicLink(file).toString());
            }
        }
        Set<String> inodes = targets.stream()
                .filter(target -> target.startsWith(SOCKET))
                .map(target -> target.substring(SOCKET.length(), target.length() - 1))
                .collect(Collectors.toUnmodifiableSet());
        List<String> table = new ArrayList<>();
        for (String family : List.of("net/tcp", "net/tcp6")) {
            Files.readAllLines(process.resolve(family)).stream().skip(1).forEach(table::add);
        }
        OwnSockets sockets = OwnSockets.in(table, inodes);
        return new Open(targets.size() - sockets.inbound() - sockets.outbound(), sockets.outbound());
    }

    /** How many virtual threads a process has. */
    long virtualThreads(long pid) throws IOException {
        Path file = folder.resolve("threads-" + pid + ".txt").toAbsolutePath();
        requireAnswer(jcmd(pid, "Thread.dump_to_file", "-overwrite", file.toString()));
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith("#") && line.contains(" virtual"))
                    .count();
        }
    }

    /**
     * Where virtual threads of a process have pinned their carrier since the start of the process. Loading a class does so,
     * once for each class and never on a path that is warm; it is left out.
     */
    List<String> pinned(long pid) throws IOException {
        Path file = folder.resolve("pinned-" + pid + ".jfr").toAbsolutePath();
        requireAnswer(jcmd(pid, "JFR.dump", "name=soak", "filename=" + file));
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals(PINNED))
                .map(event -> event.getDuration() + " " + event.getStackTrace())
                .filter(event -> !event.contains(CLASS_LOADING))
                .toList();
    }

    private static String requireAnswer(Optional<String> answer) {
        return answer.orElseThrow(() -> new IllegalStateException("jcmd found no process"));
    }

    private static long bytes(String total) {
        List<String> words = Arrays.stream(total.strip().split("\\s+")).toList();
        return Long.parseLong(words.getLast());
    }

    private static Optional<String> jcmd(long pid, String... command) {
        List<String> words = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid)));
        words.addAll(List.of(command));
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = process.waitFor(SECONDS_TO_ANSWER, TimeUnit.SECONDS);
            return ended && process.exitValue() == 0 ? Optional.of(text) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
