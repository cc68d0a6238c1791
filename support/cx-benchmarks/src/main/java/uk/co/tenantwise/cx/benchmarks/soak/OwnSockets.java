package uk.co.tenantwise.cx.benchmarks.soak;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the kernel's table of TCP connections ({@code /proc/PID/net/tcp} and {@code tcp6}). */
final class OwnSockets {
    private static final String LISTENING = "0A";

    private record Row(String port, String state, String inode) {
        static Row of(String line) {
            String[] columns = line.strip().split("\\s+", -1);
            return new Row(columns[1].substring(columns[1].indexOf(':') + 1), columns[3], columns[9]);
        }
    }

    private OwnSockets() {}

    /**
     * How many connections clients hold to the ports on which a process listens: they come and go with the load, and tell
     * nothing about the process.
     *
     * @param table the lines of the table, without its head
     * @param inodes of the sockets of the process
     */
    static int inbound(List<String> table, Set<String> inodes) {
        List<Row> own = table.stream()
                .map(Row::of)
                .filter(row -> inodes.contains(row.inode()))
                .toList();
        Set<String> ports = own.stream()
                .filter(row -> row.state().equals(LISTENING))
                .map(Row::port)
                .collect(Collectors.toUnmodifiableSet());
        return (int) own.stream()
                .filter(row -> !row.state().equals(LISTENING) && ports.contains(row.port()))
                .count();
    }
}
