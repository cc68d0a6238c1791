package uk.co.tenantwise.cx.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnSocketsTest {
    private static final List<String> TABLE = List.of(
            row("1F90", "00000000:0000", "0A", "11"),
            row("1F90", "0100007F:C001", "01", "12"),
            row("1F90", "0100007F:C002", "08", "13"),
            row("C003", "0100007F:1538", "01", "14"),
            row("1F90", "0100007F:C004", "01", "99"));

    @Test
    void in_shouldTellConnectionsOfClientsFromItsOwn() {
        assertThat(OwnSockets.in(TABLE, Set.of("11", "12", "13", "14"))).isEqualTo(new OwnSockets(2, 1));
    }

    @Test
    void in_shouldFindItsOwnOnly_whenTheProcessDoesNotListen() {
        assertThat(OwnSockets.in(TABLE, Set.of("12", "14"))).isEqualTo(new OwnSockets(0, 2));
    }

    private static String row(String port, String remote, String state, String inode) {
        return "   0: 0100007F:" + port + " " + remote + " " + state
                + " 00000000:00000000 00:00000000 00000000     0        0 " + inode
                + " 1 0000000000000000 100 0 0 10 0";
    }
}
