package uk.co.tenantwise.cx.reliability.harness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Signals that Java cannot send itself, to processes that the tests have started. */
final class Signals {
    private Signals() {}

    /** Freezes a process with all its children, as a pause of its machine does. */
    static void freeze(ProcessHandle process) {
        send("STOP", withChildren(process));
    }

    /** Lets it go on. */
    static void thaw(ProcessHandle process) {
        send("CONT", withChildren(process));
    }

    /** Ends a process with all its children at once. */
    static void kill(ProcessHandle process) {
        send("KILL", withChildren(process));
    }

    private static List<Long> withChildren(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(ProcessHandle::pid)
                .toList();
    }

    private static void send(String signal, List<Long> pids) {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        pids.forEach(pid -> command.add(pid.toString()));
        try {
            // A child may have ended by itself meanwhile, of which kill complains.
            Process kill = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!kill.waitFor(10, TimeUnit.SECONDS)) {
                throw new AssertionError("kill -" + signal + " did not end");
            }
        } catch (IOException e) {
            throw new AssertionError("kill -" + signal + " cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
