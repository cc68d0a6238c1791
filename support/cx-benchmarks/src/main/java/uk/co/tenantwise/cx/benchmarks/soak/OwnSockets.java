package uk.co.tenantwise.cx.benchmarks.soak;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The TCP connections of a process, by the kernel's table ({@code /proc/PID/net/tcp} and {@code tcp6}).
 *
 * @param inbound connections of clients to the ports on which it listens: they come and go with the load, and tell nothing
 *     about the process
 * @param outbound connections that it has opened, to Cx, PostgreSQL and Redis
 */
record OwnSockets(int inbound, int outbound) {
    private static final String LISTENING = "0A";

    private record Row(String port, String state, String inode) {
        static Row of(String line) {
            String[] columns = line.strip().split("\\s+", -1);
            return new Row(columns[1].substring(columns[1].indexOf(':') + 1), columns[3], columns[9]);
        }
    }

    /**
     * Counts them.
     *
     * @param table the lines of the table, without its head
     * @param inodes of the sockets of the process
     */
    static OwnSockets in(List<String> table, Set<String> inodes) {
        List<Row> own = table.stream()
                .map(Row::of)
                .filter(row -> inodes.contains(row.inode()))
                .toList();
        Set<String> ports = own.stream()
                .filter(row -> row.state().equals(LISTENING))
                .map(Row::port)
                .collect(Collectors.toUnmodifiableSet());
        List<Row> connections =
                own.stream().filter(row -> !row.state().equals(LISTENING)).toList();
        int inbound = (int)
                connections.stream().filter(row -> ports.contains(row.port())).count();
        return new OwnSockets(inbound, connections.size() - inbound);
    }
}
